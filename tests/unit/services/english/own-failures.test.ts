import { describe, expect, it } from 'vitest'
import { defaultAccountSettings } from '@shared/domain/account'
import { DeskFailure } from '@shared/errors'
import { PushError } from '../../../../electron/douyin/push-messages'
import { RelayError } from '../../../../electron/douyin/relay-error'
import { alreadyThere, notChangeable } from '../../../../electron/services/accounts/account-failures'
import { checkDraft } from '../../../../electron/services/accounts/account-rules'
import { nothingProven } from '../../../../electron/services/accounts/credential-book'
import { pasteFailure, readPastedTicket } from '../../../../electron/services/accounts/pasted-ticket'
import { stopReason, FailureStreaks } from '../../../../electron/services/rollouts/rollout-decisions'
import {
  blockedError,
  inOtherRollout,
  invalidPlan,
  startInOther,
  unknownMerchants
} from '../../../../electron/services/rollouts/rollout-failures'
import { countsText, holdText, isStuckText, logTexts } from '../../../../electron/services/rollouts/rollout-texts'
import { sharingTrouble } from '../../../../electron/services/sharing/sharing-trouble'
import { componentTokenStep } from '../../../../electron/services/doctor/steps/component-token'
import { merchantCallStep } from '../../../../electron/services/doctor/steps/merchant-call'
import { clockStep } from '../../../../electron/services/doctor/steps/clock'
import { sourceStep } from '../../../../electron/services/doctor/steps/source'
import { aMerchant, aPlatform, examination, refusal } from '../doctor/support/examined'
import { sampleAccount } from '../../store/support'
import { countsOf } from '../rollouts/samples'
import { inEnglish, wordsOf } from './support'

inEnglish()

function errorBy(work: () => unknown): DeskFailure['error'] {
  try {
    work()
  } catch (error) {
    if (error instanceof DeskFailure) return error.error
    throw error
  }
  throw new Error('nothing was thrown')
}

describe('accounts speak English', () => {
  it('where they are not saved, field by field', () => {
    const secrets = { secret: 's', messageToken: 't', messageKey: 'short', relaySecret: null }
    const settings = { ...defaultAccountSettings, ticketSource: 'relay', relayUrl: null } as const
    const error = errorBy(() => checkDraft({ account: { ...sampleAccount('b'), settings }, secrets }, []))
    expect(wordsOf(error)).toMatch(/^The account was not saved .*Exactly 43 characters/)
    expect(error.fields?.['relaySecret']).toBe('Enter the secret shared with the relay')
    expect(wordsOf(alreadyThere().error)).toContain('This third-party application was added already')
    expect(wordsOf(notChangeable('practice').error)).toContain('The practice environment is built in')
  })

  it('about tickets that are pasted and credentials that are not proven', () => {
    expect(wordsOf(errorBy(() => readPastedTicket('{}')))).toContain('There is no ticket in this text')
    expect(wordsOf(pasteFailure(new PushError('malformed')).error)).toContain('Paste the whole message, from { to }')
    expect(nothingProven().secret).toEqual({
      state: 'untested',
      hint: 'Checked with the platform when a ticket arrives'
    })
  })

  it('about tokens that can not be shared', () => {
    expect(sharingTrouble(new RelayError('unreachable'))).toBe('Cannot reach the relay')
  })
})

describe('rollouts speak English', () => {
  const merchant = { appId: 'tt01', name: '晨光烘焙' }

  it('where they do not start, with the other rollout’s own title', () => {
    const others = [{ title: '三月' }, { title: '三月' }, { title: '四月' }]
    expect(wordsOf(inOtherRollout(others, startInOther()).error, ['三月', '四月'])).toMatch(
      /^The rollout did not start \| merchants still in “三月”: 2, merchants still in “四月”: 1 \| /
    )
    expect(wordsOf(unknownMerchants(['a', 'b', 'c', 'd']).error)).toContain(
      'The account does not have a, b, c and more, 4 in all'
    )
    expect(wordsOf(invalidPlan('x', { appIds: 'x' }).error)).toContain('Change the plan, then start')
  })

  it('of merchants to which nothing is sent', () => {
    const error = blockedError('x', 'blocked:domains', merchant)
    expect(error.merchant).toEqual(merchant)
    expect(wordsOf(error)).toMatch(/^Nothing was sent \| x \| /)
  })

  it('in sums, stops and the log', () => {
    expect(countsText(countsOf({ done: 3, rejected: 1 }))).toBe('3 done, 1 rejected')
    const facts = { fared: { ended: 20, failing: 10 }, isWaveOver: true, streaks: new FailureStreaks() }
    const text = stopReason({ failurePercent: 20, sameCause: null }, facts) ?? ''
    expect(holdText({ by: 'stop_rule', text })).toBe(
      'Paused by itself: In this wave 10 of 20 merchants with a result failed (50%); the stop line is 20%'
    )
    expect(logTexts.begun(12, 3, 'Li')).toBe('Started: merchants: 12, waves: 3 (Li)')
    expect(isStuckText(logTexts.stuck(['A', 'B', 'C', 'D', 'E', 'F']))).toBe(true)
  })
})

describe('the connection doctor speaks English', () => {
  it('of what the platform refuses, and of the merchant that it asked for', async () => {
    const platform = aPlatform({ probe: () => Promise.reject(refusal({ platformCode: '40038' })) })
    expect(await componentTokenStep(examination({ platform }))).toMatchObject({ finding: 'The AppSecret is wrong' })
    const merchants = [{ ...aMerchant('tt01'), name: '晨光烘焙' }]
    expect((await merchantCallStep(examination({ merchants }))).finding).toBe('The profile of “晨光烘焙” was read')
  })

  it('of this computer’s clock and of messages', () => {
    expect(clockStep(examination({ skewMs: 3 * 60_000 })).finding).toBe(
      'This computer’s clock is 3 min behind the platform’s'
    )
    const source = { state: 'listening', url: 'http://127.0.0.1:1/x', accepted: 0, refused: { stale: 2 } } as const
    expect(sourceStep(examination({ account: { ticket: { source } } }))).toMatchObject({
      finding:
        'Receiving at http://127.0.0.1:1/x, messages since the start: 0, refused: 2. The messages’ time is more than 5 minutes off this computer’s'
    })
  })
})
