/**
 * Installed in each page. `rightNow` is the machine's true time, whatever was done to the page's clock; `afterFrame` runs when the
 * next animation frame is over: what was set before it is painted then, as far as the page's own thread can tell.
 */
export const AFTER_FRAME = `window.rightNow = () => performance.timeOrigin + performance.now();
window.afterFrame = (run) => requestAnimationFrame(() => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = run;
  port2.postMessage(0);
});`;
