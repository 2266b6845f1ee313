import { describe, expect, it } from 'vitest'
import { addInput, changeInput, fieldsOf, type AccountFields } from '@/pages/accounts/form/account-fields'
import { accountColours, freeColour } from '@/pages/accounts/form/colours'
import { fieldProblems } from '@/pages/accounts/form/field-problems'
import { realAccount } from './samples'

const key = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNO+/'
const filled = (change: Partial<AccountFields> = {}): AccountFields => ({
  ...fieldsOf(null, '#2563a8'),
  name: ' 茶饮 ',
  componentAppId: 'tt5f9a0b1c2d3e4f50',
  secret: 'app-secret ',
  messageToken: 'token',
  messageKey: key,
  ...change
})

describe('a new account', () => {
  it('needs its name, its app id and its three secrets', () => {
    expect(Object.keys(fieldProblems(fieldsOf(null, '#2563a8'), null))).toEqual([
      'name',
      'componentAppId',
      'secret',
      'messageToken',
      'messageKey'
    ])
    expect(fieldProblems(filled(), null)).toEqual({})
  })

  it.each([
    ['messageKey', key.slice(1), '现在是 42 个'],
    ['messageKey', `${key.slice(1)}=`, '只能有字母'],
    ['componentAppId', 'wx123', '以 tt 开头'],
    ['receiverPort', '70000', '1024 到 65535'],
    ['receiverPort', '80', '1024 到 65535'],
    ['receiverPort', '0', '1024 到 65535'],
    ['receiverPort', '', '请填写接收端口'],
    ['openUrl', 'http://open.example.com', 'https://'],
    ['microappUrl', '', '请填写'],
    ['proxyUrl', 'http://me:secret@proxy:3128', '不带用户名和密码'],
    ['redirectUrl', 'http://example.com', 'https://']
  ] as const)('is told what is wrong with %s %s', (name, text, words) => {
    const problems = fieldProblems(filled({ [name]: text }), null)
    expect(Object.keys(problems)).toEqual([name])
    expect(problems[name]).toContain(words)
  })

  it('takes a proxy on the local network', () => {
    expect(fieldProblems(filled({ proxyUrl: 'http://10.0.0.2:3128' }), null)).toEqual({})
  })

  it('needs address and secret of the relay only where one is used', () => {
    expect(Object.keys(fieldProblems(filled({ ticketSource: 'relay' }), null))).toEqual(['relayUrl', 'relaySecret'])
    expect(fieldProblems(filled({ ticketSource: 'paste', receiverPort: 'x', relayUrl: 'x' }), null)).toEqual({})
  })

  it('is sent without what was typed for another source', () => {
    const sent = addInput(filled({ ticketSource: 'paste', relayUrl: 'x', relaySecret: 'typed', receiverPort: 'x' }))
    expect(sent).toMatchObject({ name: '茶饮', secret: 'app-secret', relaySecret: null })
    expect(sent.settings).toMatchObject({ ticketSource: 'paste', relayUrl: null, receiverPort: 8790, proxyUrl: null })
  })
})

describe('a changed account', () => {
  it('keeps the secrets that are left empty', () => {
    const account = realAccount()
    expect(fieldProblems(fieldsOf(account, ''), account)).toEqual({})
    expect(changeInput(account, { ...fieldsOf(account, ''), messageToken: ' new ' })).toEqual({
      accountId: 'real',
      secrets: { messageToken: 'new' }
    })
  })

  it('needs all secrets again where this computer has none', () => {
    const account = realAccount({ secrets: 'missing' })
    expect(Object.keys(fieldProblems(fieldsOf(account, ''), account))).toEqual(['secret', 'messageToken', 'messageKey'])
  })

  it('needs the secret of a relay that is new to it', () => {
    const account = realAccount()
    const fields = { ...fieldsOf(account, ''), ticketSource: 'relay', relayUrl: 'https://relay.example.com' } as const
    expect(Object.keys(fieldProblems(fields, account))).toEqual(['relaySecret'])
    const before = realAccount({ settings: { ...account.settings, ticketSource: 'relay', relayUrl: fields.relayUrl } })
    expect(fieldProblems(fields, before)).toEqual({})
  })

  it('sends name, colour and settings only where they are others', () => {
    const account = realAccount()
    const fields = fieldsOf(account, '')
    expect(changeInput(account, { ...fields, name: '茶饮二号' })).toEqual({ accountId: 'real', name: '茶饮二号' })
    const changed = changeInput(account, { ...fields, receiverPort: '9000' })
    expect(changed.settings).toEqual({ ...account.settings, receiverPort: 9000 })
    expect(changed.name).toBeUndefined()
  })
})

it('offers the first colour that nobody has, and never the one of the practice environment', () => {
  const colours = accountColours.map(({ value }) => value)
  expect(freeColour([])).toBe(colours[0])
  expect(freeColour([colours[0] ?? '', '#6d28d9'])).toBe(colours[1])
  expect(freeColour(colours)).toBe(colours[0])
  expect(colours).not.toContain('#6d28d9')
})
