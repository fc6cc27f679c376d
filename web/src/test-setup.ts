import '@testing-library/jest-dom/jest-globals';

/** What browsers have and jsdom does not. */
class Observer {
  observe() {}
  unobserve() {}
  disconnect() {}
  takeRecords() {
    return [];
  }
}

const neverMatches = (media: string) => ({
  matches: false,
  media,
  onchange: null,
  addEventListener() {},
  removeEventListener() {},
  addListener() {},
  removeListener() {},
  dispatchEvent: () => false,
});

Object.assign(globalThis, { ResizeObserver: Observer, IntersectionObserver: Observer });
Object.assign(window, { matchMedia: neverMatches });
Object.assign(Element.prototype, { scrollTo() {}, scrollIntoView() {} });
