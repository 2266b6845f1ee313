import { describe, expect, test } from 'vitest'
import { defaultDataFolder } from '../../../electron/launch/data-folder'

describe('the folder for the data', () => {
  test('follows the convention of each system', () => {
    expect(defaultDataFolder({}, 'linux', '/home/a')).toBe('/home/a/.local/share/merchant-desk')
    expect(defaultDataFolder({ XDG_DATA_HOME: '/data' }, 'linux', '/home/a')).toBe('/data/merchant-desk')
    expect(defaultDataFolder({}, 'darwin', '/Users/a')).toBe('/Users/a/Library/Application Support/merchant-desk')
    expect(defaultDataFolder({ APPDATA: 'C:\\Roaming' }, 'win32', 'C:\\Users\\a')).toBe('C:\\Roaming\\merchant-desk')
    expect(defaultDataFolder({}, 'win32', 'C:\\Users\\a')).toBe('C:\\Users\\a\\AppData\\Roaming\\merchant-desk')
  })

  test('ignores a relative XDG_DATA_HOME, as the convention asks', () => {
    expect(defaultDataFolder({ XDG_DATA_HOME: 'data' }, 'linux', '/home/a')).toBe('/home/a/.local/share/merchant-desk')
  })

  test('is the one that MERCHANT_DESK_DATA names', () => {
    expect(defaultDataFolder({ MERCHANT_DESK_DATA: '/own' }, 'linux', '/home/a')).toBe('/own')
  })
})
