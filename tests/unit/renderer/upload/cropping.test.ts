import { enableAutoUnmount, mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope } from 'vue'
import { Cropper } from 'vue-advanced-cropper'
import { cropToPng } from '@/components/upload/crop-picture'
import PictureCropper from '@/components/upload/PictureCropper.vue'
import { useCroppedPicture } from '@/components/upload/use-cropped-picture'
import { stubPictures } from './canvas'
import { followObjectAddresses, pngFile } from './files'

enableAutoUnmount(afterEach)
let addresses = new Set<string>()
let drawn: unknown[][] = []
beforeEach(() => {
  addresses = followObjectAddresses()
  drawn = stubPictures()
})
afterEach(() => vi.restoreAllMocks())

describe('cropping', () => {
  it('draws the square in its proportions onto the size that is sent', async () => {
    const blob = await cropToPng(new Image(), { left: 100, top: 0, sidePx: 400 }, 200)
    expect(drawn).toEqual([[100, 0, 400, 400, 0, 0, 200, 200]])
    expect(blob?.type).toBe('image/png')
    expect(await blob?.text()).toBe('200x200')
  })

  it('answers with nothing where the browser can not draw', async () => {
    vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null)
    expect(await cropToPng(new Image(), { left: 0, top: 0, sidePx: 1 }, 200)).toBeNull()
  })
})

describe('a picture to crop', () => {
  const picture = () => {
    const scope = effectScope()
    const made = scope.run(() => useCroppedPicture(200))
    if (!made) throw new Error('no scope')
    return { ...made, stop: () => scope.stop() }
  }

  it('is warned about when the square has fewer pixels than what is sent, but cropped all the same', async () => {
    const { take, crop, isSmall, cropped } = picture()
    await take(pngFile())
    await crop({ left: 0, top: 0, sidePx: 199 })
    expect(isSmall.value).toBe(true)
    expect(cropped.value).not.toBeNull()
    await crop({ left: 0, top: 0, sidePx: 200 })
    expect(isSmall.value).toBe(false)
  })

  it('is refused when the browser can not open it', async () => {
    vi.spyOn(HTMLImageElement.prototype, 'decode').mockRejectedValue(new Error('broken'))
    const { take, problem, address } = picture()
    await take(pngFile())
    expect(problem.value).toBe('这个文件不是能打开的图片')
    expect(address.value).toBeNull()
    expect(addresses.size).toBe(0)
  })

  it('gives back every object address when it goes', async () => {
    const { take, crop, stop } = picture()
    await take(pngFile())
    await crop({ left: 0, top: 0, sidePx: 300 })
    await crop({ left: 10, top: 0, sidePx: 300 })
    expect(addresses.size).toBe(2)
    stop()
    expect(addresses.size).toBe(0)
  })
})

describe('the cropper', () => {
  const result = (width: number, height: number) => ({ coordinates: { left: 5, top: 6, width, height } })

  it('reports a true square, even where rounding made one side longer', () => {
    const wrapper = mount(PictureCropper, { props: { src: 'blob:test/1' } })
    wrapper.getComponent(Cropper).vm.$emit('change', result(301, 300))
    expect(wrapper.emitted('change')).toEqual([[{ left: 5, top: 6, sidePx: 300 }]])
  })

  it('zooms, moves and resets by buttons as well', async () => {
    const wrapper = mount(PictureCropper, { props: { src: 'blob:test/1' } })
    const cropper = wrapper.getComponent(Cropper)
    cropper.vm.$emit('change', result(300, 300))
    const zoom = vi.spyOn(cropper.vm, 'zoom').mockImplementation(() => {})
    const move = vi.spyOn(cropper.vm, 'move').mockImplementation(() => {})
    const reset = vi.spyOn(cropper.vm, 'reset').mockImplementation(() => {})
    for (const label of ['放大', '缩小', '图片向右', '还原']) {
      await wrapper.get(`[aria-label="${label}"]`).trigger('click')
    }
    expect(zoom.mock.calls.map(([factor]) => factor > 1)).toEqual([true, false])
    expect(move).toHaveBeenCalledWith(-30, -0)
    expect(reset).toHaveBeenCalledOnce()
  })
})
