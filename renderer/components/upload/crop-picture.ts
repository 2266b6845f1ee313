/** A square of a picture, in the picture's own pixels. */
export type CropArea = { readonly left: number; readonly top: number; readonly sidePx: number }

/** Reads a picture from an object address, upright; null where the bytes are no picture that can be shown. */
export async function loadPicture(address: string): Promise<HTMLImageElement | null> {
  const image = new Image()
  image.src = address
  try {
    await image.decode()
  } catch {
    return null
  }
  return image.naturalWidth > 0 && image.naturalHeight > 0 ? image : null
}

/** The square as a PNG of `sidePx` by `sidePx`, in its proportions; null where the browser could not draw it. */
export function cropToPng(image: CanvasImageSource, area: CropArea, sidePx: number): Promise<Blob | null> {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = sidePx
  const context = canvas.getContext('2d')
  if (!context) return Promise.resolve(null)
  context.imageSmoothingQuality = 'high'
  context.drawImage(image, area.left, area.top, area.sidePx, area.sidePx, 0, 0, sidePx, sidePx)
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'))
}
