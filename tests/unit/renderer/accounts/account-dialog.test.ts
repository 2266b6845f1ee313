import type { Account } from '@shared/domain/account'
import type { CallResult } from '@shared/errors'
import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { ElMessageBox } from 'element-plus'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import AccountDialog from '@/pages/accounts/form/AccountDialog.vue'
import { accountColours } from '@/pages/accounts/form/colours'
import { useSessionStore } from '@/stores/session'
import { installDesk, later, ok, refused } from '../merchant/fake-desk'
import { infoOf, practiceAccount, realAccount } from './samples'

enableAutoUnmount(afterEach)
beforeEach(() => {
  setActivePinia(createPinia())
  document.body.replaceChildren()
})
afterEach(() => ElMessageBox.close())

type Answer = CallResult<Account> | Promise<CallResult<Account>>
const key = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNO+/'
const added = realAccount({ id: 'new', name: '新店' })

async function open(account: Account | null, answer: () => Answer = () => ok(added)) {
  const desk = installDesk({
    'app.info': () => ok(infoOf([realAccount(), practiceAccount()])),
    'accounts.add': answer,
    'accounts.change': answer
  })
  await useSessionStore().load()
  const dialog = mount(AccountDialog, { props: { account }, attachTo: document.body })
  await flushPromises()
  const field = (name: string) => dialog.get<HTMLInputElement>(`input[data-testid="account-${name}"]`)
  const save = async (): Promise<void> => {
    await dialog.get('[data-testid="account-save"]').trigger('click')
    await flushPromises()
  }
  const fill = async (): Promise<void> => {
    const texts = { name: '新店', componentAppId: 'ttabc', secret: 's', messageToken: 't', messageKey: key }
    for (const [name, text] of Object.entries(texts)) await field(name).setValue(text)
  }
  const sent = () => desk.asked.filter(({ name }) => name !== 'app.info')
  return { dialog, field, save, fill, sent }
}

describe('adding an account', () => {
  it('says what is missing, and sends nothing until it is there', async () => {
    const { dialog, save, sent } = await open(null)
    expect(dialog.text()).toContain('请填写名称')
    await save()
    expect(sent()).toEqual([])
  })

  it('sends the four credentials once, and shows the account', async () => {
    const answer = later<CallResult<Account>>()
    const { dialog, save, fill, sent } = await open(null, () => answer.promise)
    await fill()
    await save()
    await save()
    answer.give(ok(added))
    await flushPromises()
    expect(sent()).toHaveLength(1)
    expect(sent()[0]?.input).toMatchObject({ componentAppId: 'ttabc', messageKey: key, relaySecret: null })
    expect(dialog.emitted('done')?.[0]).toEqual([added])
    expect(useSessionStore().accountById('new')).toEqual(added)
  })

  it('chooses the first colour that no account has', async () => {
    const { dialog } = await open(null)
    const swatches = dialog.findAll<HTMLInputElement>('.swatch input').map(({ element }) => element)
    expect(swatches.find((swatch) => swatch.checked)?.value).toBe(accountColours[1]?.value)
    expect(swatches.map((swatch) => swatch.disabled).slice(0, 2)).toEqual([true, false])
    expect(swatches[0]?.getAttribute('aria-label')).toContain('「茶饮模板」已经用了')
  })

  it('counts the message key while it is typed, and says what is wrong when it is left', async () => {
    const { dialog, field } = await open(null)
    await field('messageKey').setValue('abc')
    expect(dialog.text()).toContain('已填 3 / 43')
    await field('messageKey').trigger('blur')
    expect(dialog.text()).toContain('要正好 43 个字符，现在是 3 个')
    expect(field('messageKey').attributes('aria-invalid')).toBe('true')
  })

  it('puts a refusal at its field until the field is changed', async () => {
    const fields = { 'settings.relayUrl': '这个地址不是中继', relaySecret: '太短' }
    const { dialog, field, fill, save } = await open(null, () => refused({ code: 'invalid_input', fields }))
    await fill()
    await dialog.get('[data-testid="account-source-relay"]').trigger('change')
    await field('relayUrl').setValue('https://relay.example.com')
    await field('relaySecret').setValue('short')
    await save()
    expect(dialog.text()).toContain('这个地址不是中继')
    expect(dialog.find('[data-testid="error-panel"]').exists()).toBe(false)
    expect(document.activeElement).toBe(field('relayUrl').element)
    await field('relaySecret').setValue('a longer one')
    expect(dialog.text()).not.toContain('太短')
    expect(dialog.text()).toContain('这个地址不是中继')
  })

  it('shows a refusal that belongs to no field in sight as a whole', async () => {
    const fields = { relayUrl: '不可用' }
    const { dialog, fill, save } = await open(null, () => refused({ message: '账号没有添加', fields }))
    await fill()
    await save()
    expect(dialog.get('[data-testid="error-panel"]').text()).toContain('账号没有添加')
  })

  it('unfolds what is advanced where it is wrong', async () => {
    const { dialog, field } = await open(null)
    expect(dialog.get('details').attributes('open')).toBeUndefined()
    await field('proxyUrl').setValue('proxy')
    await field('proxyUrl').trigger('blur')
    expect(dialog.get('details').attributes('open')).toBeDefined()
  })

  it('hides secrets until asked, and lets no browser keep them', async () => {
    const { dialog, field } = await open(null)
    for (const name of ['secret', 'messageToken', 'messageKey']) {
      expect(field(name).attributes()).toMatchObject({ type: 'password', autocomplete: 'off', spellcheck: 'false' })
    }
    await dialog.get('[aria-label="显示AppSecret"]').trigger('click')
    expect(field('secret').attributes('type')).toBe('text')
    expect(field('messageToken').attributes('type')).toBe('password')
  })

  it('asks before what was typed is lost', async () => {
    const { dialog, field } = await open(null)
    await field('name').setValue('新店')
    await dialog
      .findAll('button')
      .find((button) => button.text() === '取消')
      ?.trigger('click')
    await flushPromises()
    expect(document.body.textContent).toContain('放弃填写？')
    expect(dialog.emitted('close')).toBeUndefined()
  })
})

describe('changing an account', () => {
  it('never shows an old secret, and has nothing to save at first', async () => {
    const { dialog, field, save, sent } = await open(realAccount())
    expect(['secret', 'messageToken', 'messageKey'].map((name) => field(name).element.value)).toEqual(['', '', ''])
    expect(dialog.find('input[data-testid="account-componentAppId"]').exists()).toBe(false)
    expect(dialog.text()).toContain('没有改动')
    await save()
    expect(sent()).toEqual([])
  })

  it('replaces the one secret that was typed', async () => {
    const { field, save, sent } = await open(realAccount())
    await field('secret').setValue('another')
    await save()
    expect(sent()).toEqual([{ name: 'accounts.change', input: { accountId: 'real', secrets: { secret: 'another' } } }])
  })
})
