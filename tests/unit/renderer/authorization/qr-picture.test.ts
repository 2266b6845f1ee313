import { mount } from '@vue/test-utils'
import jsQR from 'jsqr'
import { expect, it } from 'vitest'
import QrPicture from '@/components/common/QrPicture.vue'

const modulePx = 4

/** Paints the picture's path of unit squares as a screen would. */
function paint(path: string, across: number): Uint8ClampedArray {
  const side = across * modulePx
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255)
  for (const [, x, y] of path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)) {
    for (let place = 0; place < modulePx * modulePx; place += 1) {
      const left = Number(x) * modulePx + (place % modulePx)
      const top = Number(y) * modulePx + Math.floor(place / modulePx)
      pixels.fill(0, (top * side + left) * 4, (top * side + left) * 4 + 3)
    }
  }
  return pixels
}

it('draws a code that a scanner reads, at least 280 pixels wide and with its quiet zone', () => {
  const text = 'https://open.douyin.com/platform/auth?token=v2.000123&redirect=https%3A%2F%2Fexample.com'
  const svg = mount(QrPicture, { props: { text, description: '授权二维码' } }).get('svg')
  const across = Number(svg.attributes('viewBox')?.split(' ')[2])
  const sidePx = Number(svg.attributes('width'))
  expect((sidePx * (across - 8)) / across).toBeGreaterThanOrEqual(280)
  expect(sidePx % across).toBe(0)
  const pixels = paint(svg.get('path').attributes('d') ?? '', across)
  expect(jsQR(pixels, across * modulePx, across * modulePx)?.data).toBe(text)
})

it('says so where a text is too long for a code', () => {
  const picture = mount(QrPicture, { props: { text: 'x'.repeat(3000), description: '' } })
  expect(picture.find('svg').exists()).toBe(false)
  expect(picture.text()).toContain('画不成二维码')
})
