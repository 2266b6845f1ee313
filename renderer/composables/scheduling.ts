/** The longest that idle work is put off, in milliseconds. */
const idleTimeoutMs = 200

/** Runs `work` with the next frame; where no frames are drawn (hidden page), a little later. */
export function afterPaint(work: () => void): void {
  if (document.hidden) setTimeout(work, idleTimeoutMs)
  else requestAnimationFrame(work)
}

/** Resolves when the page has nothing more urgent to do, after 200 ms at the latest. */
export function whenIdle(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof requestIdleCallback === 'function') requestIdleCallback(() => resolve(), { timeout: idleTimeoutMs })
    else setTimeout(resolve)
  })
}
