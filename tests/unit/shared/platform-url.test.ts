import { describe, expect, it } from 'vitest'
import { isAllowedPlatformUrl } from '@shared/rules/platform-url'

describe('platform addresses', () => {
  it.each(['https://open.douyin.com', 'http://127.0.0.1:8080', 'http://localhost:9', 'http://[::1]:80'])(
    'allows %s',
    (url) => expect(isAllowedPlatformUrl(url)).toBe(true)
  )
  it.each([
    'http://open.douyin.com',
    'http://127.0.0.1.example.com',
    'ftp://127.0.0.1',
    'https://user:pass@open.douyin.com',
    'javascript:alert(1)',
    'open.douyin.com',
    ''
  ])('refuses %s', (url) => expect(isAllowedPlatformUrl(url)).toBe(false))
})
