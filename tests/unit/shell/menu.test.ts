import { describe, expect, test } from 'vitest'
import { menuTemplate } from '../../../electron/shell/menu'

const rolesOf = (facts: { isMac: boolean; isPackaged: boolean }) =>
  JSON.stringify(menuTemplate({ ...facts, openLogs: () => undefined })).match(/"role":"(\w+)"/g) ?? []

describe('the menu', () => {
  test('can copy, paste, zoom and quit on every system', () => {
    for (const isMac of [true, false]) {
      const roles = rolesOf({ isMac, isPackaged: true }).join()
      for (const role of ['undo', 'copy', 'paste', 'selectAll', 'zoomIn', 'zoomOut', 'resetZoom', 'quit']) {
        expect(roles).toContain(`"${role}"`)
      }
    }
  })

  test('reloads and opens developer tools while developing only', () => {
    expect(rolesOf({ isMac: false, isPackaged: false }).join()).toMatch(/"reload".*"toggleDevTools"/)
    expect(rolesOf({ isMac: false, isPackaged: true }).join()).not.toMatch(/reload|DevTools/i)
  })
})
