import '@testing-library/jest-dom/jest-globals';
import { configure } from '@testing-library/react';

// A busy machine must not look like a broken page; and looking at each ancestor's style before an
// element is found by its role takes jsdom most of a test's time.
configure({ asyncUtilTimeout: 10_000, defaultHidden: true });

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
