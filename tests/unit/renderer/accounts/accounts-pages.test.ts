import type { Account } from '@shared/domain/account'
import type { AppInfo } from '@shared/contract'
import type { CallResult } from '@shared/errors'
import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import AccountPage from '@/pages/accounts/AccountPage.vue'
import AccountsPage from '@/pages/accounts/AccountsPage.vue'
import { useSessionStore } from '@/stores/session'
import { installDesk, later, ok, refused } from '../merchant/fake-desk'
import { infoOf, noTicket, nothingProven, practiceAccount, realAccount, ticketOfAge } from './samples'

enableAutoUnmount(afterEach)
beforeEach(() => {
  setActivePinia(createPinia())
  document.body.replaceChildren()
})

type Answers = Parameters<typeof installDesk>[0]
const nobody = { template: '<div />' }

async function visit(path: string, accounts: readonly Account[], answers: Answers = {}) {
  const desk = installDesk({ 'app.info': () => ok(infoOf(accounts)), ...answers })
  await useSessionStore().load()
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/accounts', component: AccountsPage },
      { path: '/accounts/:accountId', component: AccountPage, props: true },
      { path: '/:rest(.*)*', component: nobody }
    ]
  })
  await router.push(path)
  const page = mount({ template: '<router-view />' }, { attachTo: document.body, global: { plugins: [router] } })
  await flushPromises()
  const press = async (id: string): Promise<void> => {
    await page.get(`[data-testid="${id}"]`).trigger('click')
    await flushPromises()
  }
  const asked = (name: string) => desk.asked.filter((each) => each.name === name).map((each) => each.input)
  return { desk, page, router, press, asked }
}

describe('the accounts', () => {
  it('say what is needed for the first real one, and where it stands in the console', async () => {
    const { page, press } = await visit('/accounts', [practiceAccount()])
    expect(page.get('.empty-state').text()).toContain('开发 → 开发配置')
    await press('accounts-add')
    expect(page.find('[data-testid="account-dialog"]').exists()).toBe(true)
  })

  it('are listed with their ticket, connection, secrets and sharing', async () => {
    const account = realAccount({ secrets: 'missing', ticket: noTicket, sharing: { role: 'reader', heldBy: null } })
    const { page } = await visit('/accounts', [account, practiceAccount()])
    const row = page.get('[data-testid="account-row-real"]')
    for (const words of ['没有票据', '平台正常', '不在这台电脑上', '共用中', '当前账号']) {
      expect(row.text()).toContain(words)
    }
    expect(page.get('[data-testid="account-row-practice"]').find('.hatched').exists()).toBe(true)
  })

  it('open the form where the address asks for it, once', async () => {
    const { page, router } = await visit('/accounts?add=1', [practiceAccount()])
    expect(page.find('[data-testid="account-dialog"]').exists()).toBe(true)
    expect(router.currentRoute.value.fullPath).toBe('/accounts')
  })
})

describe('an account', () => {
  it('shows which of its credentials is wrong, and checks at once', async () => {
    const wrong = { state: 'wrong', at: 1, hint: '请核对 AppSecret' } as const
    const checked = realAccount({ credentials: { ...nothingProven, secret: wrong } })
    const answer = later<CallResult<Account>>()
    const { page, press, asked } = await visit('/accounts/real', [realAccount({ credentials: nothingProven })], {
      'accounts.probe': () => answer.promise
    })
    expect(page.get('[data-testid="proof-secret"]').text()).toContain('还没验证')
    await press('account-probe')
    await press('account-probe')
    answer.give(ok(checked))
    await flushPromises()
    expect(asked('accounts.probe')).toEqual([{ accountId: 'real' }])
    expect(page.get('[data-testid="proof-secret"]').text()).toContain('请核对 AppSecret')
  })

  it('says why a check failed, and why it can not be made without a ticket', async () => {
    const { page, press } = await visit('/accounts/real', [realAccount()], {
      'accounts.probe': () => refused({ code: 'credentials', message: '检查没有通过' })
    })
    await press('account-probe')
    expect(page.get('[data-testid="error-panel"]').text()).toContain('检查没有通过')
    const bare = await visit('/accounts/real', [realAccount({ ticket: noTicket })])
    expect(bare.page.get('[data-testid="account-probe"]').attributes('data-hint')).toContain('还没有票据')
  })

  it('warns long before the end of its ticket, with what to do', async () => {
    const { page } = await visit('/accounts/real', [realAccount({ ticket: ticketOfAge(70) })])
    expect(page.get('[data-testid="ticket-advice"]').text()).toContain('隧道或反向代理')
    expect(page.get('[data-testid="ticket-facts"]').text()).toContain('还能用 1 小时 49 分钟')
    const fresh = await visit('/accounts/real', [realAccount()])
    expect(fresh.page.find('[data-testid="ticket-advice"]').exists()).toBe(false)
  })

  it('shows the address of its receiver, and what was refused in words', async () => {
    const source = {
      state: 'listening',
      url: 'http://127.0.0.1:8790/push/x',
      accepted: 7,
      refused: { stale: 2 }
    } as const
    const { page } = await visit('/accounts/real', [realAccount({ ticket: ticketOfAge(1, { source }) })])
    expect(page.get('[data-testid="receiver-url"]').text()).toBe('http://127.0.0.1:8790/push/x')
    expect(page.get('[data-testid="source-state"]').text()).toContain('收下 7 条')
    expect(page.get('[data-testid="source-state"]').text()).toContain('消息太旧（电脑时间可能不准） 2 条')
  })

  it('takes a pasted ticket and forgets the text, but keeps one that was not taken', async () => {
    let answer: CallResult<Account> = refused({ message: '票据没有收下' })
    const { page, press, asked } = await visit('/accounts/real', [realAccount({ ticket: noTicket })], {
      'accounts.pasteTicket': () => answer
    })
    const text = page.get<HTMLTextAreaElement>('textarea[data-testid="ticket-text"]')
    await text.setValue(' ticket-1 ')
    await press('ticket-paste')
    expect(page.get('[data-testid="error-panel"]').text()).toContain('票据没有收下')
    expect(text.element.value).toBe(' ticket-1 ')
    answer = ok(realAccount())
    await press('ticket-paste')
    expect(asked('accounts.pasteTicket').at(-1)).toEqual({ accountId: 'real', text: 'ticket-1' })
    expect(text.element.value).toBe('')
    expect(page.get('[data-testid="ticket-facts"]').text()).toContain('票据 12 分钟前')
  })

  it('says plainly what two computers without a relay do to each other', async () => {
    const sharing = { role: 'alone', rivals: { count: 3, lastAt: 1 } } as const
    const { page } = await visit('/accounts/real', [realAccount({ sharing })])
    const text = page.get('[data-testid="sharing"]').text()
    expect(text).toContain('两边会轮流报错')
    expect(text).toContain('3 次没到期就失效')
  })

  it('that the environment gave is shown, but can not be changed', async () => {
    const { page } = await visit('/accounts/real', [realAccount({ secrets: 'environment' })])
    for (const id of ['account-edit', 'account-remove', 'account-edit-settings', 'ticket-text']) {
      expect(page.find(`[data-testid="${id}"]`).exists()).toBe(false)
    }
    expect(page.text()).toContain('不能在这里修改')
  })

  it('is switched to, and its merchants are shown', async () => {
    const { router, press, asked } = await visit('/accounts/real', [practiceAccount(), realAccount()], {
      'settings.change': () => refused()
    })
    await press('account-switch')
    expect(useSessionStore().account?.id).toBe('real')
    expect(router.currentRoute.value.path).toBe('/merchants')
    expect(asked('settings.change')).toEqual([{ currentAccountId: 'real' }])
  })

  it('keeps its form open while news of it comes in', async () => {
    const { desk, page, press } = await visit('/accounts/real', [realAccount()])
    await press('account-edit')
    await page.get('input[data-testid="account-name"]').setValue('改名')
    desk.send('account.changed', { account: realAccount({ ticket: ticketOfAge(0) }) })
    await flushPromises()
    expect(page.get<HTMLInputElement>('input[data-testid="account-name"]').element.value).toBe('改名')
  })

  it('opens its form where the address asks for it, once', async () => {
    const { page, router } = await visit('/accounts/real?secrets=1', [realAccount()])
    expect(page.find('[data-testid="account-dialog"]').exists()).toBe(true)
    expect(router.currentRoute.value.fullPath).toBe('/accounts/real')
  })

  it('has the focus in the field for a ticket where the address asks for it', async () => {
    const { page } = await visit('/accounts/real?paste=1', [realAccount()])
    expect(document.activeElement).toBe(page.get('textarea[data-testid="ticket-text"]').element)
    expect(page.find('[data-testid="account-dialog"]').exists()).toBe(false)
  })

  it('that is gone is told so', async () => {
    const { page } = await visit('/accounts/other', [realAccount()])
    expect(page.text()).toContain('没有这个账号')
  })
})

describe('removing an account', () => {
  const left = ok<AppInfo>(infoOf([practiceAccount()]))

  it('keeps the data unless told otherwise', async () => {
    const { router, press, asked } = await visit('/accounts/real', [realAccount(), practiceAccount()], {
      'accounts.remove': () => left
    })
    await press('account-remove')
    await press('remove-confirm')
    expect(asked('accounts.remove')).toEqual([{ accountId: 'real', data: 'keep' }])
    expect(router.currentRoute.value.path).toBe('/accounts')
    expect(useSessionStore().account?.id).toBe('practice')
  })

  it('deletes the data only when the name was typed', async () => {
    const { page, press, asked } = await visit('/accounts/real', [realAccount()], { 'accounts.remove': () => left })
    await press('account-remove')
    await page.get('[data-testid="remove-delete"]').setValue(true)
    await press('remove-confirm')
    expect(asked('accounts.remove')).toEqual([])
    await page.get('input[data-testid="remove-name"]').setValue('茶饮模板')
    await press('remove-confirm')
    expect(asked('accounts.remove')).toEqual([{ accountId: 'real', data: 'delete' }])
  })
})
