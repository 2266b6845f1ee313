/**
 * `npm run icons`: draws the program's icons for all systems from `resources/icon.svg` and `resources/icons/tray.svg`. Their
 * pictures are kept in the repository; run this after a change of a drawing.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Resvg } from '@resvg/resvg-js'
import png2icons from 'png2icons'

const resources = join(import.meta.dirname, '..')
const icons = join(resources, 'icons')
const badge =
  '<svg xmlns="http://www.w3.org/2000/svg" width="32" height="32"><circle cx="16" cy="16" r="12" fill="#e5484d" stroke="#fff" stroke-width="3"/></svg>'

const app = readFileSync(join(resources, 'icon.svg'), 'utf8')
const tray = readFileSync(join(icons, 'tray.svg'), 'utf8')

/** The drawing as a PNG of that many pixels in width. */
const drawn = (svg: string, width: number): Buffer =>
  new Resvg(svg, { fitTo: { mode: 'width', value: width } }).render().asPng()

function required(icon: Buffer | null, name: string): Buffer {
  if (!icon) throw new Error(`${name} was not made`)
  return icon
}

const write = (path: string, bytes: Buffer): void => writeFileSync(path, bytes)

write(join(resources, 'icon.png'), drawn(app, 512))
const large = drawn(app, 1024)
write(join(icons, 'icon.icns'), required(png2icons.createICNS(large, png2icons.BICUBIC, 0), 'icon.icns'))
write(join(icons, 'icon.ico'), required(png2icons.createICO(large, png2icons.BICUBIC, 0, true), 'icon.ico'))
// Linux takes a folder of sizes.
for (const size of [16, 32, 48, 64, 128, 256, 512]) write(join(icons, 'linux', `${size}x${size}.png`), drawn(app, size))
for (const [suffix, scale] of [
  ['', 1],
  ['@2x', 2]
] as const) {
  write(join(icons, `tray${suffix}.png`), drawn(app, 16 * scale))
  write(join(icons, `trayTemplate${suffix}.png`), drawn(tray, 16 * scale))
}
write(join(icons, 'badge.png'), drawn(badge, 16))
write(join(icons, 'badge@2x.png'), drawn(badge, 32))
