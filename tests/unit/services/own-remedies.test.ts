import { describe, expect, it } from 'vitest'
import type { AssignedError, DeskFailure } from '@shared/errors'
import { byAuthorization, byWaiting } from '@shared/rules/version-actions'
import { PushError } from '../../../electron/douyin/push-messages'
import { KeychainError, type Keychain } from '../../../electron/keychain/keychain'
import { AccountService } from '../../../electron/services/account-service'
import { alreadyThere, notChangeable, operationsRun } from '../../../electron/services/accounts/account-failures'
import { pasteFailure } from '../../../electron/services/accounts/pasted-ticket'
import { SecretStore } from '../../../electron/services/accounts/secret-store'
import {
  codeSpent,
  createLinksUsedUp,
  rescueInVain
} from '../../../electron/services/authorization/authorization-failures'
import { EventHub } from '../../../electron/services/event-hub'
import { notPossible } from '../../../electron/services/operation-failures'
import {
  blockedError,
  internalFailure,
  notPossibleForRollout,
  rolloutGone
} from '../../../electron/services/rollouts/rollout-failures'
import { notRestored, onlyReading } from '../../../electron/services/safety/safety-failures'
import { notPossible as settingNotPossible } from '../../../electron/services/setup/setting-failures'
import { doneUnread } from '../../../electron/services/templates/template-failures'
import { sampleAccount } from '../store/support'
import { errorOf } from './setup/setup-bench'

const merchant = { appId: 'tt01', name: '晨光烘焙' }

/** Who must act and where: `operator → rollouts`, or `operator` alone where no place helps. */
const remedy = ({ actor, wayOut }: AssignedError): string => (wayOut === undefined ? actor : `${actor} → ${wayOut}`)
const of = ({ error }: DeskFailure): string => remedy(error)

describe('what is not possible for a merchant now', () => {
  it('leads to its versions, or to its authorisation where the merchant has to give more', () => {
    expect(remedy(notPossible('submit', { why: '没有测试版本' }, merchant))).toBe('operator → merchant_versions')
    expect(remedy(notPossible('upload', { why: '没有授予', remedy: byAuthorization }, merchant))).toBe(
      'merchant → merchant_authorization'
    )
    expect(remedy(notPossible('release', { why: '审核中', remedy: byWaiting }, merchant))).toBe(
      'nobody → merchant_versions'
    )
    expect(remedy(notPossible('submit', { why: '要隔 10 秒' }, merchant, 5_000))).toBe('nobody → retry')
  })

  it('leads to the tab of what was to be set', () => {
    const kinds = ['name', 'category_add', 'webview_domains', 'capability_apply'] as const
    expect(kinds.map((kind) => settingNotPossible(kind, { why: '' }, merchant).wayOut)).toEqual([
      'merchant_profile',
      'merchant_categories',
      'merchant_domains',
      'merchant_capabilities'
    ])
  })
})

describe('what a rollout did not send', () => {
  it.each([
    ['blocked:permission', 'merchant → merchant_authorization'],
    ['blocked:in_review', 'nobody → merchant_versions'],
    ['blocked:ext_json', 'operator → templates'],
    ['blocked:other_rollout', 'operator → rollouts'],
    ['blocked:not_found', 'operator → merchants'],
    ['readiness:introduction', 'operator → merchant_profile'],
    ['readiness:subject', 'merchant → merchant_standing'],
    ['readiness:toString', 'operator → merchant_versions'],
    ['blocked:toString', 'operator → merchant_versions']
  ])('for %s is put right: %s', (cause, expected) => {
    expect(remedy(blockedError('原因', cause, merchant))).toBe(expected)
  })

  it('leads to the list where the rollout is gone or in another state, and a bug to who wrote it', () => {
    expect(of(rolloutGone())).toBe('operator → rollouts')
    expect(of(notPossibleForRollout('没有继续', '已经停止'))).toBe('operator → rollouts')
    expect(remedy(internalFailure(merchant))).toBe('developer → support')
  })
})

describe('what is wrong with an account', () => {
  it('leads to the account, or to the list of them', async () => {
    const events = new EventHub()
    const accounts = new AccountService({ now: () => 0, wait: () => Promise.resolve() }, events)
    expect(remedy(await errorOf(() => accounts.platform('nobody')))).toBe('operator → accounts')
    accounts.put({ account: sampleAccount('a'), platform: null, state: () => expect.fail('not asked for') })
    expect(remedy(await errorOf(() => accounts.platform('a')))).toBe('operator → account')
    expect(of(alreadyThere())).toBe('operator → accounts')
    expect(of(pasteFailure(new PushError('key')))).toBe('operator → account')
    expect(of(pasteFailure(new PushError('stale')))).toBe('operator')
  })

  it('is for nobody where nothing has to be done, or an end has to come', () => {
    expect([notChangeable('practice'), notChangeable('platform'), operationsRun()].map(of)).toEqual([
      'nobody',
      'operator',
      'nobody → retry'
    ])
    expect(of(createLinksUsedUp())).toBe('nobody')
  })

  it('is for the operator where the keychain is locked', async () => {
    const locked = () => Promise.reject(new KeychainError('locked'))
    const keychain: Keychain = { read: locked, write: locked, remove: locked }
    expect(remedy(await errorOf(() => new SecretStore(keychain).read('a')))).toBe('operator → retry')
  })
})

describe('what is wrapped', () => {
  it('leads to where its own next step is, not to where that of its cause was', () => {
    const cause = pasteFailure(new PushError('key'))
    expect(of(codeSpent(cause))).toBe('operator → authorization_links')
    expect(of(rescueInVain(cause))).toBe('merchant → authorization_links')
    expect(of(doneUnread('add', cause))).toBe('operator → templates')
  })
})

describe('what is wrong with the data on this computer', () => {
  it('leads to where its folder is shown, and a backup of a newer program to the update', () => {
    expect(of(onlyReading())).toBe('operator → data_folder')
    expect(of(notRestored.newer())).toBe('operator → update')
    expect(of(notRestored.damaged())).toBe('operator')
  })
})
