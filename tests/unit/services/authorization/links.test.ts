import { describe, expect, it } from 'vitest'
import { DeskFailure } from '@shared/errors'
import { createLinksPerDay, iconMaxBytes, linkLifeMs } from '@shared/rules/limits'
import { codeIn, day, startBench, type Bench } from './support'

const png = Buffer.from('89504e470d0a1a0a00', 'hex')
const address = (bytes: Buffer, type = 'png') => `data:image/${type};base64,${bytes.toString('base64')}`
const authorize = { accountId: 'a', kind: 'authorize', appName: null, icon: null, note: '' } as const
const create = { ...authorize, kind: 'create', appName: '新开的面馆' } as const

function fieldsOf(call: Promise<unknown>): Promise<string[]> {
  return call.then(
    () => [],
    (error: unknown) => (error instanceof DeskFailure ? Object.keys(error.error.fields ?? {}) : ['not a DeskFailure'])
  )
}

async function accept({ service, control }: Bench, link: string, appId?: string): Promise<string> {
  const done = control.authorize({ link, ...(appId ? { appId } : {}) })
  await service.accept({ accountId: 'a', text: codeIn(done.redirect) })
  return done.appId
}

const users = ({ service }: Bench) => service.links('a').links.map(({ note, usedBy }) => [note, usedBy?.appId ?? null])

describe('authorisation links', () => {
  it('are kept with their end, and told to the page', async () => {
    const { service, sent, time } = await startBench()
    const link = await service.link({ ...authorize, note: ' 王姐 ' })
    expect(link).toMatchObject({ kind: 'authorize', note: '王姐', appName: null, createdAt: time.now, usedBy: null })
    expect(link.expiresAt).toBe(time.now + linkLifeMs)
    expect(service.links('a')).toEqual({ links: [link], createdToday: 0, createLimit: createLinksPerDay })
    expect(sent).toContainEqual({ name: 'authorization.linkChanged', payload: { link } })
  })

  it('that create carry the name, and the icon by what it really is', async () => {
    const { service } = await startBench()
    const link = await service.link({ ...create, icon: address(png, 'jpeg') })
    expect(link).toMatchObject({ kind: 'create', appName: '新开的面馆' })
    expect(service.links('a').createdToday).toBe(1)
  })

  it('that create are refused at the field without a name, or with a picture that is none or too large', async () => {
    const { service } = await startBench()
    expect(await fieldsOf(service.link({ ...create, appName: null }))).toEqual(['appName'])
    expect(await fieldsOf(service.link({ ...create, appName: '  ' }))).toEqual(['appName'])
    expect(await fieldsOf(service.link({ ...create, icon: address(Buffer.from('GIF89a')) }))).toEqual(['icon'])
    const large = Buffer.concat([png, Buffer.alloc(iconMaxBytes)])
    expect(await fieldsOf(service.link({ ...create, icon: address(large) }))).toEqual(['icon'])
    expect(service.links('a').links).toEqual([])
  })

  it('that create are not asked for beyond the day’s allowance, and are again a day later', async () => {
    const { service, store, time } = await startBench()
    for (let number = 0; number < createLinksPerDay; number += 1) {
      const times = { createdAt: time.now, expiresAt: time.now + linkLifeMs }
      store.links.add({ ...create, ...times, id: `link-${number}`, url: 'https://open.example.com' })
    }
    await expect(service.link(create)).rejects.toMatchObject({ error: { code: 'not_possible_now' } })
    await expect(service.link(authorize)).resolves.toMatchObject({ kind: 'authorize' })
    time.now += day
    await expect(service.link(create)).resolves.toMatchObject({ kind: 'create' })
  })

  it('tell the platform’s refusal with its code', async () => {
    const { service } = await startBench()
    await service.link(create)
    await expect(service.link(create)).rejects.toMatchObject({ error: { platformCode: '21003' } })
  })
})

describe('who used a link', () => {
  it('is clear where only one was open', async () => {
    const bench = await startBench()
    const { url } = await bench.service.link({ ...authorize, note: '一' })
    const appId = await accept(bench, url)
    expect(users(bench)).toEqual([['一', appId]])
  })

  it('is told by the name of the mini program that was made, among several', async () => {
    const bench = await startBench()
    await bench.service.link({ ...authorize, note: '现有' })
    const { url } = await bench.service.link({ ...create, note: '面馆' })
    await bench.service.link({ ...create, appName: '新开的茶馆', note: '茶馆' })
    const appId = await accept(bench, url)
    await bench.settled()
    expect(users(bench)).toEqual([
      ['茶馆', null],
      ['面馆', appId],
      ['现有', null]
    ])
  })

  it('stays open where several may have been used', async () => {
    const bench = await startBench()
    const { url } = await bench.service.link({ ...authorize, note: '一' })
    await bench.service.link({ ...authorize, note: '二' })
    await accept(bench, url)
    await bench.settled()
    expect(users(bench)).toEqual([
      ['二', null],
      ['一', null]
    ])
  })

  it('is no link that ran out, and no second one when the same authorisation is told again', async () => {
    const bench = await startBench()
    await bench.service.link({ ...authorize, note: '过期' })
    bench.time.now += linkLifeMs
    bench.control.advance(0)
    const { url } = await bench.service.link({ ...authorize, note: '一' })
    const appId = await accept(bench, url)
    await bench.settled()
    await bench.service.link({ ...authorize, note: '二' })
    await bench.service.authorized(bench.ref(appId), null)
    await bench.settled()
    expect(users(bench)).toEqual([
      ['二', null],
      ['一', appId],
      ['过期', null]
    ])
  })

  it('shows by the list too, where nothing else told of the authorisation', async () => {
    const bench = await startBench()
    await bench.refreshes.import('a')
    await bench.settled()
    const { url } = await bench.service.link({ ...create, note: '面馆' })
    const { appId } = bench.control.authorize({ link: url })
    await bench.refreshes.import('a')
    await bench.settled()
    expect(users(bench)).toEqual([['面馆', appId]])
    expect(bench.records(appId)).toEqual(['imported list'])
  })
})
