import { PNG } from 'pngjs'

/** A file as a file field takes it. */
export type PickedFile = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }

/** A picture of one colour, which `shade` chooses. */
export function plainPicture(name: string, size: { width: number; height: number }, shade = 0): PickedFile {
  return picture(name, size, (place) => [shade, 120, 200, 255][place % 4] ?? 0)
}

/** A picture without any pattern: no packing makes it small, so that its sending takes a while. */
export function noisyPicture(name: string, size: { width: number; height: number }): PickedFile {
  let state = 1
  return picture(name, size, (place) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return place % 4 === 3 ? 255 : (state >> 16) & 255
  })
}

function picture(name: string, size: { width: number; height: number }, byteAt: (place: number) => number): PickedFile {
  const png = new PNG(size)
  for (let place = 0; place < png.data.length; place += 1) png.data[place] = byteAt(place)
  return { name, mimeType: 'image/png', buffer: PNG.sync.write(png) }
}
