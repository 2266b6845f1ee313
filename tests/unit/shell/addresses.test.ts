import { describe, expect, test } from 'vitest'
import { isOwnAddress } from '../../../electron/shell/addresses'
import { isTrustedSender } from '../../../electron/shell/bridge'
import { isAllowedRequest } from '../../../electron/shell/navigation'
import { isPermitted } from '../../../electron/shell/permissions'

const foreign = [
  'https://desk/',
  'file:///etc/passwd',
  'app://other/',
  'app://desk.evil.test/',
  'app://user@desk/',
  'app://desk:1/',
  'about:blank',
  'javascript:alert(1)',
  'data:text/html,x',
  '',
  'x'
]

describe('addresses under Electron', () => {
  test('are our own for the scheme and host of the page only', () => {
    for (const own of ['app://desk', 'app://desk/', 'app://desk/#/merchants', 'app://desk/assets/a.js']) {
      expect(isOwnAddress(own)).toBe(true)
    }
    for (const address of foreign) expect(isOwnAddress(address)).toBe(false)
  })

  test('are requested only where they are our own, held by the page, or the developer tools', () => {
    const allowed = ['app://desk/a.js', 'devtools://devtools/x.js', 'data:image/png;base64,AA', 'blob:app://desk/1-2']
    for (const address of allowed) expect(isAllowedRequest(address, null)).toBe(true)
    const refused = [
      'https://open.douyin.com/',
      'http://127.0.0.1/',
      'ws://localhost:5173/',
      'blob:https://evil.test/1',
      'file:///x',
      ''
    ]
    for (const address of refused) expect(isAllowedRequest(address, null)).toBe(false)
  })

  test('include the dev server’s WebSocket while developing, and no other', () => {
    expect(isAllowedRequest('ws://localhost:5173/', 'http://localhost:5173')).toBe(true)
    expect(isAllowedRequest('ws://localhost:5174/', 'http://localhost:5173')).toBe(false)
    expect(isAllowedRequest('http://localhost:5173/', 'http://localhost:5173')).toBe(false)
  })

  test('get four permissions, copying, notifications, the full screen and picked folders, and only our own', () => {
    for (const permission of ['clipboard-sanitized-write', 'notifications', 'fullscreen', 'fileSystem']) {
      expect(isPermitted(permission, 'app://desk/')).toBe(true)
      for (const address of foreign) expect(isPermitted(permission, address)).toBe(false)
    }
    for (const permission of [
      'clipboard-read',
      'geolocation',
      'media',
      'openExternal',
      'automatic-fullscreen',
      'unknown'
    ]) {
      expect(isPermitted(permission, 'app://desk/')).toBe(false)
    }
  })
})

describe('the sender of a call', () => {
  const frame = { origin: 'app://desk', url: 'app://desk/#/merchants', parent: null }

  test('is trusted as the main frame of the known window on our own page', () => {
    expect(isTrustedSender({ contentsId: 1, frame }, 1)).toBe(true)
  })

  test.each([
    ['another window', { contentsId: 2, frame }],
    ['a frame that has gone', { contentsId: 1, frame: null }],
    ['a frame within the page', { contentsId: 1, frame: { ...frame, parent: {} } }],
    ['another origin', { contentsId: 1, frame: { ...frame, origin: 'https://evil.test' } }],
    ['an opaque origin', { contentsId: 1, frame: { ...frame, origin: 'null' } }],
    ['an empty address', { contentsId: 1, frame: { ...frame, url: '' } }],
    ['about:blank', { contentsId: 1, frame: { ...frame, url: 'about:blank' } }]
  ])('is refused from %s', (_case, sender) => {
    expect(isTrustedSender(sender, 1)).toBe(false)
  })
})
