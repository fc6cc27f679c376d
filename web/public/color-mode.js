// Runs before the app: an inline script would need a hole in the content security policy.
(() => {
  let chosen = null;
  try {
    chosen = localStorage.getItem('finflow.color-mode');
  } catch {
    // Storage can be forbidden; then the system decides.
  }
  const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  const mode = chosen === 'dark' || chosen === 'light' ? chosen : system;
  document.documentElement.classList.add(mode);
  document.documentElement.style.colorScheme = mode;
})();
