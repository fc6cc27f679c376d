import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const endpoint = process.env['FINFLOW_ENDPOINT'] ?? 'http://127.0.0.1:4000';

/** Libraries change more seldom than our code: in chunks of their own they stay in browsers' caches.
 * Of Chakra only the styling core: each component's code loads with the first page that uses it. */
const libraries = [
  { name: 'react', test: inPackages('react|react-dom|scheduler|react-router') },
  { name: 'apollo', test: inPackages('@apollo|graphql|graphql-ws|@wry|optimism|rxjs') },
  {
    name: 'chakra',
    test: inPackages('@emotion|@chakra-ui/react/dist/esm/(styled-system|theme|preset-base)'),
  },
  // Shared by the pages with charts, and loaded with the first chart that is seen.
  {
    name: 'Chart-library',
    test: inPackages(
      'recharts|victory-vendor|d3-[a-z]+|@reduxjs|react-redux|immer|reselect|es-toolkit',
    ),
  },
];

function inPackages(names: string): RegExp {
  return new RegExp(`/node_modules/(${names})(/|\\.)`);
}

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  define: { 'globalThis.__DEV__': 'false' },
  server: {
    port: 5173,
    proxy: {
      '/graphql': { target: endpoint, ws: true },
      '/files': { target: endpoint },
    },
  },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    manifest: true,
    rolldownOptions: { output: { codeSplitting: { groups: libraries } } },
  },
});
