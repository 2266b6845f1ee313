import { vi } from 'vitest'

/** Lets pictures load and be drawn where there is no engine for either; answers with what was drawn, newest last. */
export function stubPictures(width = 600, height = 400) {
  const drawn: unknown[][] = []
  vi.spyOn(HTMLImageElement.prototype, 'decode').mockResolvedValue(undefined)
  vi.spyOn(HTMLImageElement.prototype, 'naturalWidth', 'get').mockReturnValue(width)
  vi.spyOn(HTMLImageElement.prototype, 'naturalHeight', 'get').mockReturnValue(height)
  const context = { drawImage: (...given: unknown[]) => void drawn.push(given.slice(1)) }
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(context as never)
  vi.spyOn(HTMLCanvasElement.prototype, 'toBlob').mockImplementation(function (this: HTMLCanvasElement, give, type) {
    give(new Blob([`${this.width}x${this.height}`], { type: type ?? '' }))
  })
  return drawn
}
