import { describe, expect, it } from 'vitest'
import { environmentLanguage } from '../../../electron/texts/environment-language'

describe('the language before the settings are read', () => {
  it.each([
    [{ LANG: 'zh_CN.UTF-8' }, 'zh'],
    [{ LANG: 'zh-Hans' }, 'zh'],
    [{ LANG: 'en_US.UTF-8' }, 'en'],
    [{ LANG: 'en' }, 'en'],
    [{ LANG: 'de_DE@euro' }, 'en'],
    [{ LANG: 'csb_PL' }, 'en'],
    [{ LANG: 'C.UTF-8' }, 'zh'],
    [{ LANG: 'C' }, 'zh'],
    [{ LC_ALL: 'POSIX' }, 'zh'],
    [{}, 'zh']
  ] as const)('of %o is %s', (environment, language) => {
    expect(environmentLanguage(environment)).toBe(language)
  })

  it('is what the first of LC_ALL, LC_MESSAGES and LANG says that is set and not empty', () => {
    const all = { LC_ALL: 'en_GB.UTF-8', LC_MESSAGES: 'zh_CN.UTF-8', LANG: 'zh_CN.UTF-8' }
    expect(environmentLanguage(all)).toBe('en')
    expect(environmentLanguage({ ...all, LC_ALL: '' })).toBe('zh')
    expect(environmentLanguage({ LC_ALL: '', LC_MESSAGES: '', LANG: 'en_US.UTF-8' })).toBe('en')
    expect(environmentLanguage({ LC_CTYPE: 'zh_CN.UTF-8', LANG: 'en_US.UTF-8' })).toBe('en')
  })
})
