import { existsSync, readFileSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { PNG } from 'pngjs'
import { describe, expect, it } from 'vitest'
import { isProfileComplete } from '../../../electron/simulator/world/audit'
import { fulfils } from '../../../electron/simulator/world/catalogue'
import { canRollBack } from '../../../electron/simulator/world/release'
import { type Merchant, worldStateSchema } from '../../../electron/simulator/world/state'
import { sampleData, startedAt, stateOf } from './worlds'

const practice = resolve(import.meta.dirname, '../../../resources/practice')
const dayMs = 86_400_000
const { merchants } = stateOf()

const kinds: Record<string, (merchant: Merchant) => boolean> = {
  'in review': ({ audit }) => audit?.status === 'in_review',
  'approved and waiting': ({ audit }) => audit?.status === 'passed' && !audit.published,
  'rejected with a picture': ({ audit }) =>
    audit?.status === 'rejected' && Object.values(audit.verdicts).some((verdict) => verdict.picture !== null),
  'approved in part': ({ audit }) =>
    audit?.status === 'passed' && Object.values(audit.verdicts).some((verdict) => !verdict.passed),
  'taken down': ({ current }) => current?.takenDown === true,
  'not authorised any more': ({ authorization }) => !authorization.live && authorization.listed,
  'without 开发管理权限': ({ authorization }) => !authorization.permissions.includes(1),
  'without any version': ({ tests, audit, current }) => tests.length === 0 && audit === null && current === null,
  'in grey release': ({ gray }) => gray !== null,
  'with a test version in channel 1': ({ tests }) => tests.some((test) => test.channel === '1'),
  'with an incomplete profile': (merchant) => !isProfileComplete(merchant),
  withdrawn: ({ audit }) => audit?.status === 'withdrawn',
  'able to roll back': canRollBack,
  'with flags as booleans': ({ habits }) => habits.flags === 'boolean',
  'an individual': ({ subject }) => subject.type === 'person',
  'with a name in review': ({ profileChanges }) => profileChanges.name.newest?.state === 'in_review',
  'with a rejected introduction and advice': ({ profileChanges: { introduction } }) =>
    introduction.newest?.state === 'rejected' && introduction.newest.advice !== '',
  'with a rejected icon': ({ profileChanges }) => profileChanges.icon.newest?.state === 'rejected',
  'with a category rejected for its qualification': ({ categories }) =>
    categories.some(
      ({ state, reason, certificates }) => state === 'rejected' && reason !== '' && certificates.length > 0
    ),
  'with an approved category that is not published': ({ categories, onlineCategories, current }) =>
    current !== null &&
    categories.some(({ id, state }) => state === 'approved' && onlineCategories.every((each) => each.id !== id)),
  'with five categories': ({ categories }) => categories.length === 5,
  'without a category change left': ({ categoryChanges: { used, limit } }) => used === limit,
  'with a capability that was granted': ({ capabilities }) => hasState(capabilities, 'granted'),
  'with an application for one in review': ({ capabilities }) => hasState(capabilities, 'applying'),
  'with one that was rejected, and why': ({ capabilities }) => hasState(capabilities, 'rejected'),
  'with one that was closed': ({ capabilities }) => hasState(capabilities, 'closed'),
  'with one that was banned': ({ capabilities }) => hasState(capabilities, 'banned'),
  'without any application': ({ capabilities }) => Object.keys(capabilities).length === 0,
  'with nothing but a name': ({ introduction, icon, categories }) =>
    introduction === '' && icon === '' && categories.length === 0
}

function hasState(capabilities: Merchant['capabilities'], state: string): boolean {
  const explained = (reason: string) => ['granted', 'applying'].includes(state) || reason !== ''
  return Object.values(capabilities).some((each) => each.state === state && explained(each.reason))
}

describe('the hand-written merchants', () => {
  it.each(Object.keys(kinds))('have one %s', (kind) => {
    expect(merchants.filter((merchant) => kinds[kind]?.(merchant)).length).toBeGreaterThan(0)
  })

  it('are mostly online', () => {
    expect(merchants.filter((merchant) => merchant.current !== null).length / merchants.length).toBeGreaterThan(0.75)
  })

  it('have introductions that the platform would accept, or none', () => {
    const written = merchants.map(({ introduction }) => introduction).filter((text) => text !== '')
    for (const introduction of written) expect(introduction).toMatch(/^.{10,60}$/u)
  })

  it('tell times before the beginning only', () => {
    for (const { tests, audit, current, previous, authorization } of merchants) {
      const times = [...tests, audit, current, previous].flatMap((version) => version?.createdAt ?? [])
      for (const time of [...times, authorization.at]) expect(time).toBeLessThan(startedAt)
      if (current !== null && previous !== null) expect(previous.createdAt).toBeLessThan(current.createdAt)
    }
  })
})

describe('generated merchants', () => {
  const state = stateOf({ merchants: 3000 })
  const generated = state.merchants.slice(28)
  const share = (kind: (merchant: Merchant) => boolean) => generated.filter(kind).length / generated.length

  it('are as many as asked for, with unique names and ids', () => {
    expect(state.merchants).toHaveLength(3000)
    expect(new Set(state.merchants.map((merchant) => merchant.name)).size).toBe(3000)
    expect(new Set(state.merchants.map((merchant) => merchant.appId)).size).toBe(3000)
  })

  it('have names and introductions that the platform would accept', () => {
    for (const { name, introduction } of generated) {
      expect(name).toMatch(/^\p{Script=Han}{4,10}$/u)
      expect(introduction).toMatch(/^.{10,60}$/u)
    }
  })

  it('have the states of a real portfolio', () => {
    const newest = sampleData.templates.templates.toSorted((one, other) => one.daysAgo - other.daysAgo)[0]?.version
    expect(share(({ current }) => current?.version === newest)).toBeGreaterThan(0.5)
    expect(share(({ current }) => current !== null && current.version !== newest)).toBeGreaterThan(0.2)
    expect(share(({ audit }) => audit?.status === 'in_review')).toBeCloseTo(0.04, 1)
    expect(share(({ current }) => current === null)).toBeLessThan(0.06)
    expect(share(({ authorization }) => !authorization.live)).toBeLessThan(0.03)
  })

  it('that will be rejected have a reason for every host', () => {
    const plans = generated.flatMap(({ audit }) => (audit?.plan?.outcome === 'reject' ? [audit.plan] : []))
    expect(plans.length).toBeGreaterThan(0)
    for (const { verdicts } of plans) {
      for (const { reasons } of Object.values(verdicts)) expect(reasons.length).toBeGreaterThan(0)
    }
  })

  it('have applied for some of the capabilities that are open to them', () => {
    const all = generated.flatMap(({ capabilities }) => Object.values(capabilities))
    const of = (state: string) => all.filter((each) => each.state === state).length
    expect(of('granted')).toBeGreaterThan(3 * of('rejected'))
    expect(Math.min(of('applying'), of('rejected'))).toBeGreaterThan(0)
    for (const { capabilities, current, subject } of generated) {
      if (current === null || current.takenDown) expect(capabilities).toEqual({})
      if (subject.type === 'person') expect(Object.keys(capabilities)).not.toContain('phone_number')
    }
  })

  it('lie within the past two and a half years', () => {
    for (const { authorization } of generated) {
      expect((startedAt - authorization.at) / dayMs).toBeGreaterThan(19)
      expect((startedAt - authorization.at) / dayMs).toBeLessThan(901)
    }
  })

  it('can be saved', () => {
    expect(worldStateSchema.parse(JSON.parse(JSON.stringify(state)))).toEqual(state)
  })
})

describe('fewer merchants than the hand-written ones', () => {
  it('are the first ones', () => {
    expect(stateOf({ merchants: 3 }).merchants).toEqual(merchants.slice(0, 3))
  })
})

describe('pictures', () => {
  const named = [...sampleData.merchants, ...sampleData.words.trades].map(({ icon }) => icon)
  const icons = new Set(named.filter((icon) => icon !== ''))

  it('are there for every icon, 144 by 144 and small', () => {
    expect(icons.size).toBe(24)
    for (const icon of icons) {
      const file = resolve(practice, 'icons', `${icon}.png`)
      const { width, height } = PNG.sync.read(readFileSync(file))
      expect([width, height]).toEqual([144, 144])
      expect(statSync(file).size).toBeLessThan(10_000)
    }
  })

  it('are there for every picture of a reviewer', () => {
    const written = sampleData.merchants.flatMap(({ audit }) =>
      Object.values(audit?.refusals ?? {}).flatMap(({ picture }) => picture ?? [])
    )
    for (const picture of [...sampleData.review.pictures, ...written]) {
      expect(existsSync(resolve(practice, 'review', `${picture}.png`))).toBe(true)
    }
  })
})

describe('categories', () => {
  const { catalogue } = sampleData

  it('are about a dozen of the first level and sixty or more of the third, with ids of their own', () => {
    const ofLevel = (wanted: number) => catalogue.entries.filter(({ level }) => level === wanted)
    expect(ofLevel(1).length).toBeGreaterThanOrEqual(12)
    expect(ofLevel(3).length).toBeGreaterThanOrEqual(60)
    expect(new Set(catalogue.entries.map(({ id }) => id)).size).toBe(catalogue.entries.length)
  })

  it('explain their rules, and can be fulfilled', () => {
    for (const { relation, explanation, certificates } of catalogue.entries) {
      if (relation === null) continue
      expect(explanation).not.toBe('')
      expect(fulfils(relation, new Set(certificates?.map(({ id }) => id)))).toBe(true)
      expect(fulfils(relation, new Set())).toBe(false)
    }
  })

  it('of every sample and trade are in the tree under the same name', () => {
    const written = sampleData.merchants.flatMap(({ categories }) => categories)
    for (const { id, name } of [...written, ...sampleData.words.trades.map(({ category }) => category)]) {
      expect(catalogue.at(id)?.fullName).toBe(name)
    }
  })

  it('of every merchant have the qualifications that their rule asks for', () => {
    for (const { categories } of merchants) {
      for (const { id, certificates } of categories) {
        const held = new Set(certificates.map((certificate) => certificate.id))
        expect(fulfils(catalogue.at(id)?.relation ?? [], held)).toBe(true)
      }
    }
  })
})

it('templates have ids beyond 2^53, and one short one', () => {
  const ids = sampleData.templates.templates.map((template) => BigInt(template.id))
  expect(ids).toContain(9133504853504535288n)
  expect(ids.filter((id) => id > 2n ** 53n)).toHaveLength(ids.length - 1)
})

describe('capabilities', () => {
  const { capabilities: catalogueOfAll } = sampleData
  const { entries } = catalogueOfAll

  it('of every sample merchant are in the list of all', () => {
    for (const { capabilities } of merchants)
      for (const key of Object.keys(capabilities)) expect(catalogueOfAll.at(key).key).toBe(key)
  })

  it('with endpoints of their own are not in the general list', () => {
    for (const key of ['video_mount', 'live_component', 'phone_number']) {
      expect(catalogueOfAll.at(key).listed).toBe(false)
      expect(() => catalogueOfAll.listedAt(key)).toThrow()
    }
    expect(entries.filter(({ listed }) => listed).length).toBeGreaterThanOrEqual(8)
  })

  it('are open for categories that there are', () => {
    const { catalogue } = sampleData
    const firstLevel = catalogue.entries.filter(({ level }) => level === 1).map(({ id }) => id)
    for (const { categories, conditions } of entries) {
      for (const id of categories) expect(firstLevel).toContain(id)
      if (conditions.flat().includes('category')) expect(categories.length).toBeGreaterThan(0)
    }
  })
})
