/** What the package ships for browsers has its types beside it under a name that nobody looks for. */
declare module '@guidepup/virtual-screen-reader/browser.js' {
  export { virtual } from '@guidepup/virtual-screen-reader';
}
