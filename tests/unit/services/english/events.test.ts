import { describe, expect, it } from 'vitest'
import { describeEvent } from '../../../../electron/services/events/describe-event'
import { notificationOf } from '../../../../electron/services/events/notification-text'
import { about, eventLike } from '../events/support'
import { inEnglish } from './support'

inEnglish()

const titleOf = (event: string, more: Record<string, unknown>): string =>
  describeEvent(about('tt01', event, more)).title

describe('what the platform pushes is put into English', () => {
  it('with hosts that fared alike or differently', () => {
    const result = (hostName: string, status: number) => ({ hostName, status, reason: '', auditDetail: null })
    expect(titleOf('PACKAGE_AUDIT', { AuditResults: [result('douyin', 1), result('douyin_lite', 1)] })).toBe(
      'Review approved: Douyin, Douyin Lite'
    )
    expect(titleOf('PACKAGE_AUDIT', { AuditResults: [result('douyin', 1), result('douyin_lite', 0)] })).toBe(
      'Review results: Douyin approved, Douyin Lite rejected'
    )
  })

  it('about capabilities, the profile and the authorisation', () => {
    const content = { capacity_key: 'live_self_mount', status: 2 }
    expect(titleOf('APPLY_CAPACITY', { EventContent: JSON.stringify(content) })).toBe(
      'Capability “Own live mount” granted'
    )
    expect(titleOf('MODIFY_APP_NAME', { ModifyAppNameResults: { status: 0, reason: 'x' } })).toBe(
      'Name change rejected'
    )
    expect(titleOf('UNAUTHORIZED', {})).toBe('The merchant withdrew the authorisation')
    expect(titleOf('SOMETHING_NEW', {})).toBe('A SOMETHING_NEW message arrived')
  })

  it('and summed up in one notification', () => {
    const one = (number: number, tone: 'good' | 'bad') =>
      eventLike({ kind: 'audit', tone, merchant: { appId: `tt0${number}`, name: `M${number}` } })
    expect(notificationOf([one(1, 'good'), one(2, 'good'), one(3, 'bad')], () => '', true)).toMatchObject({
      title: 'During quiet hours: Reviews approved: 2, rejected: 1',
      body: 'M1, M2, M3'
    })
  })
})
