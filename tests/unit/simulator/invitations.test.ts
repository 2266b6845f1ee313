import { beforeEach, describe, expect, it } from 'vitest'
import { acceptInvitation, candidates } from '../../../electron/simulator/world/acceptance'
import { addPermissions, endAuthorization, exchangeCode } from '../../../electron/simulator/world/authorization'
import { createInvitation, type InvitationOrder, openInvitation } from '../../../electron/simulator/world/invitations'
import { uploadMaterial } from '../../../electron/simulator/world/materials'
import type { World } from '../../../electron/simulator/world/world'
import { codeOf, merchantNamed, newWorld } from './worlds'

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs
const png = Buffer.from('89504e470d0a1a0a00', 'hex')
const authorizing: InvitationOrder = { purpose: 'authorize', appName: '', appIcon: '', redirectUri: null }
const creating = (appName: string): InvitationOrder => ({ ...authorizing, purpose: 'create', appName })

let world: World
beforeEach(() => {
  world = newWorld()
})

describe('an invitation', () => {
  it.each([
    ['a code that only authorises', 'pre_auth_code', authorizing, 10 * minuteMs],
    ['a code that creates', 'pre_auth_code', creating('新店'), dayMs],
    ['a link', 'link', authorizing, dayMs]
  ] as const)('%s lives its time and no longer', (_, kind, order, lifeMs) => {
    const { value } = createInvitation(world, kind, order)
    world.state.clockOffsetMs += lifeMs - 1
    expect(openInvitation(world, kind, value).value).toBe(value)
    world.state.clockOffsetMs += 1
    expect(codeOf(() => openInvitation(world, kind, value))).toBe(40012)
  })

  it('of one kind does not open as the other', () => {
    const { value } = createInvitation(world, 'link', authorizing)
    expect(codeOf(() => openInvitation(world, 'pre_auth_code', value))).toBe(40012)
  })

  it('dies with its first success, and not with a refusal', () => {
    const invitation = createInvitation(world, 'link', authorizing)
    const live = merchantNamed(world, '山茶与海手作茶饮').appId
    expect(codeOf(() => acceptInvitation(world, invitation, { appId: live }))).toBe(40019)
    expect(openInvitation(world, 'link', invitation.value)).toBe(invitation)
    acceptInvitation(world, invitation, {})
    expect(codeOf(() => openInvitation(world, 'link', invitation.value))).toBe(40012)
  })

  it('that creates needs a name that nobody has or reserved', () => {
    expect(codeOf(() => createInvitation(world, 'link', creating('')))).toBe(40059)
    expect(codeOf(() => createInvitation(world, 'link', creating('山茶与海手作茶饮')))).toBe(21003)
    createInvitation(world, 'pre_auth_code', creating('新店'))
    expect(codeOf(() => createInvitation(world, 'link', creating('新店')))).toBe(21003)
    world.state.clockOffsetMs += dayMs
    expect(codeOf(() => createInvitation(world, 'link', creating('新店')))).toBe(0)
  })

  it('that creates is made fifty times a day in China, codes and links together', () => {
    // The world begins at noon in China.
    for (let at = 0; at < 50; at += 1) createInvitation(world, at % 2 ? 'link' : 'pre_auth_code', creating(`新店${at}`))
    expect(codeOf(() => createInvitation(world, 'link', creating('又一家')))).toBe(28003017)
    expect(codeOf(() => createInvitation(world, 'link', authorizing))).toBe(0)
    world.state.clockOffsetMs += 12 * 60 * minuteMs - 1
    expect(codeOf(() => createInvitation(world, 'link', creating('又一家')))).toBe(28003017)
    world.state.clockOffsetMs += 1
    expect(codeOf(() => createInvitation(world, 'link', creating('又一家')))).toBe(0)
  })

  it('leads to the authorisation domain, where one is set', () => {
    const to = (redirectUri: string) => codeOf(() => createInvitation(world, 'link', { ...authorizing, redirectUri }))
    expect(to('https://anywhere.example/back')).toBe(0)
    expect([to('back'), to('javascript:alert(1)')]).toEqual([40013, 40013])
    world.state.authorizationDomain = 'auth.example.com'
    expect([to('https://auth.example.com/back?mine=1'), to('https://example.com/')]).toEqual([0, 40016])
  })
})

describe('the icon of a mini program to create', () => {
  const withIcon = (appIcon: string) => codeOf(() => createInvitation(world, 'link', { ...creating('新店'), appIcon }))

  it('is a picture that was uploaded as an icon', () => {
    expect(withIcon('tos-cn-practice/none')).toBe(40033)
    expect(withIcon(uploadMaterial(world, 1, png))).toBe(40001)
    expect(withIcon(uploadMaterial(world, 2, png))).toBe(0)
  })

  it.each([
    ['a type that does not exist', 3, png, 40001],
    ['text', 2, Buffer.from('GIF89a'), 40032],
    ['nothing', 2, Buffer.alloc(0), 40032],
    ['an icon of 2 MB', 2, Buffer.concat([png, Buffer.alloc(2 * 1024 * 1024 - png.length)]), 0],
    ['an icon beyond 2 MB', 2, Buffer.concat([png, Buffer.alloc(2 * 1024 * 1024)]), 40031],
    ['a licence of 3 MB', 1, Buffer.concat([png, Buffer.alloc(3 * 1024 * 1024)]), 0],
    ['a JPEG', 2, Buffer.from('ffd8ffe0', 'hex'), 0]
  ])('%s is answered as documented', (_, type, bytes, code) => {
    expect(codeOf(() => uploadMaterial(world, type, bytes))).toBe(code)
  })
})

describe('a merchant', () => {
  const accept = (appId?: string, permissions?: number[]) =>
    acceptInvitation(world, createInvitation(world, 'link', authorizing), { appId, permissions })

  it('who never came before joins the world when it authorises', () => {
    const [newcomer] = world.newcomers()
    const { merchant } = accept(newcomer?.appId)
    expect(world.merchant(merchant.appId)).toBe(merchant)
    expect(merchant.authorization).toMatchObject({ live: true, listed: true, at: world.now() })
    expect(world.newcomers().map(({ appId }) => appId)).not.toContain(merchant.appId)
    expect(world.newcomers()).toHaveLength(39)
  })

  it('is offered as long as it is not authorised', () => {
    const merchant = merchantNamed(world, '山茶与海手作茶饮')
    expect(candidates(world)).not.toContain(merchant)
    endAuthorization(world, merchant)
    expect(candidates(world)).toContain(merchant)
  })

  it('that is unknown, a template app, or grants an unknown set is refused', () => {
    const template = world.state.templateApps[0]?.appId
    expect(codeOf(() => accept('tt0'))).toBe(40004)
    expect(codeOf(() => accept(template))).toBe(40019)
    expect(codeOf(() => accept(undefined, [1, 9]))).toBe(40001)
  })

  it('adds sets while it is authorised, and takes none away', () => {
    const { merchant } = accept(undefined, [2])
    addPermissions(world, merchant, [3, 1, 2])
    expect(merchant.authorization.permissions).toEqual([1, 2, 3])
    expect(codeOf(() => addPermissions(world, merchant, [9]))).toBe(40001)
    endAuthorization(world, merchant)
    expect(codeOf(() => addPermissions(world, merchant, [4]))).toBe(40022)
  })

  it('that authorises again starts from nothing', () => {
    const first = accept(undefined, [1, 2])
    endAuthorization(world, first.merchant)
    const second = accept(first.merchant.appId, [3])
    expect(second.merchant.authorization.permissions).toEqual([3])
    expect(codeOf(() => exchangeCode(world, 'v2', first.code.value))).toBe(40018)
    expect(exchangeCode(world, 'v2', second.code.value).merchant).toBe(first.merchant)
  })
})
