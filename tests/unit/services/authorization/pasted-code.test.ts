import { describe, expect, it } from 'vitest'
import { pastedCode } from '../../../../electron/services/authorization/pasted-code'

const code = 'FgAAAx-1_z.9~Q'

describe('the code in what was pasted', () => {
  it.each([
    ['the code alone', code],
    ['with white space around it', `\n  ${code}\t`],
    ['an address', `https://desk.example.com/done?authorization_code=${code}&expires_in=3600`],
    [
      'an address with other parameters first',
      `https://desk.example.com/?a=1&expires_in=3600&authorization_code=${code}`
    ],
    ['a fragment', `https://desk.example.com/#/done?authorization_code=${code}&expires_in=3600`],
    [
      'a line with words and punctuation',
      `授权好了，地址是“https://desk.example.com/?authorization_code=${code}”。请查收`
    ],
    ['a line that is not an address any more', `desk.example.com/?authorization_code=${code} 3600`],
    ['JSON', `{"authorization_code": "${code}", "expires_in": 3600}`]
  ])('is found in %s', (_what, text) => {
    expect(pastedCode(text)).toBe(code)
  })

  it('is decoded from an address', () => {
    expect(pastedCode('https://desk.example.com/?authorization_code=a%2Bb%3D%3D&expires_in=1')).toBe('a+b==')
    expect(pastedCode('https://desk.example.com/?authorization_code=a%zz123')).toBe('a%zz123')
  })

  it.each(['https://desk.example.com/done', 'two words', '授权码', 'abc', '?authorization_code=&expires_in=1'])(
    'is not taken from %s',
    (text) => {
      expect(pastedCode(text)).toBeNull()
    }
  )
})
