import { describe, expect, it } from 'vitest'
import { codeRequest } from '../../store/code-samples'
import { errorOf, setupBench } from '../setup/setup-bench'

const grey = { r: 150, g: 150, b: 150 }

describe('a mini-program code', () => {
  it('is made as it was asked for and decoded once', async () => {
    const { codes, ref, time } = await setupBench()
    const code = await codes.mini(ref, codeRequest)
    expect(code).toMatchObject({ request: codeRequest, madeAt: time.now })
    expect(code.image).toMatch(/^data:image\/png;base64,/)
    expect(new URL(code.text ?? '').searchParams.get('path')).toBe(codeRequest.path)
  })

  it('that is round is never said to be decoded', async () => {
    const { codes, ref } = await setupBench()
    const code = await codes.mini(ref, { ...codeRequest, round: true, withIcon: false })
    expect([code.text, code.image.startsWith('data:image/')]).toEqual([null, true])
  })

  it('that would not open or not scan is refused by its fields, and not asked for', async () => {
    const { codes, ref, control } = await setupBench()
    const calls = () => Object.keys(control.counters().endpoints)
    const error = await errorOf(() => codes.mini(ref, { ...codeRequest, path: '/pages/首页', lineColour: grey }))
    expect(error).toMatchObject({ code: 'invalid_input', message: '小程序码没有生成', merchant: { appId: ref.appId } })
    expect(Object.keys(error.fields ?? {})).toEqual(['path', 'lineColour'])
    expect(calls()).toEqual([])
    expect((await errorOf(() => codes.mini({ ...ref, appId: 'ttnone' }, codeRequest))).code).toBe('not_found')
  })

  it('names the merchant where the platform does not make it', async () => {
    const { codes, ref, control } = await setupBench()
    control.changeMerchant(ref.appId, { authorized: false })
    const error = await errorOf(() => codes.mini(ref, codeRequest))
    expect(error).toMatchObject({ message: '生成小程序码没有成功', merchant: { appId: ref.appId } })
  })
})

describe('kept codes', () => {
  it('are kept without a picture, made once, and lose it when they look otherwise', async () => {
    const { codes, ref, control } = await setupBench()
    const [saved] = codes.save('a', [{ id: null, appId: ref.appId, label: '桌号 3', request: codeRequest }])
    if (!saved) throw new Error('nothing was kept')
    expect([saved.code, saved.label]).toEqual([null, '桌号 3'])
    const made = await codes.make('a', saved.id)
    expect(made.code?.text).toContain('app_id')
    const requests = control.counters()
    expect(await codes.make('a', saved.id)).toEqual(made)
    expect(control.counters()).toEqual(requests)
    const [renamed] = codes.save('a', [{ id: saved.id, appId: ref.appId, label: '桌号 4', request: codeRequest }])
    expect(renamed?.code).toEqual(made.code)
    const request = { ...codeRequest, path: 'pages/table/index?id=4' }
    const [changed] = codes.save('a', [{ id: saved.id, appId: ref.appId, label: '桌号 4', request }])
    expect(changed?.code).toBeNull()
    expect(codes.saved('a', [ref.appId])).toEqual([changed])
    expect(codes.forget('a', [saved.id, 'none'])).toEqual({ forgotten: 1 })
    expect(codes.saved('a', null)).toEqual([])
    expect((await errorOf(() => codes.make('a', saved.id))).code).toBe('not_found')
  })

  it('with mistakes are refused all together, by line', async () => {
    const { codes, ref } = await setupBench()
    const line = { id: null, appId: ref.appId, label: '店', request: codeRequest }
    const wrong = { ...line, request: { ...codeRequest, path: '/x', lineColour: grey } }
    const error = await errorOf(() => codes.save('a', [line, wrong]))
    expect(Object.keys(error.fields ?? {})).toEqual(['codes.1.path', 'codes.1.lineColour'])
    expect(codes.saved('a', null)).toEqual([])
  })

  it('tell where this merchant’s codes led, each path once, newest first', async () => {
    const { codes, ref, time } = await setupBench()
    const keep = (path: string) => {
      time.now += 1
      codes.save('a', [{ id: null, appId: ref.appId, label: path, request: { ...codeRequest, path } }])
    }
    for (const path of ['pages/a', '', 'pages/b', 'pages/a']) keep(path)
    expect(codes.paths(ref)).toEqual(['pages/a', 'pages/b'])
    expect(codes.paths({ ...ref, appId: 'ttother' })).toEqual([])
  })
})
