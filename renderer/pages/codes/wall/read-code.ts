import type { MiniCode } from '@shared/domain/mini-code'
import type { TrialCode } from '@shared/domain/code'
import type { AssignedError, CallResult } from '@shared/errors'
import { call } from '@/client'
import { t } from '@/i18n'
import type { WallCode, WallItem } from './wall-items'

/** Reads the code of a card; a saved one that was made already is there at once. */
export async function readCode(item: WallItem): Promise<CallResult<WallCode>> {
  const { accountId, appId } = item.merchant
  if (item.kind === 'trial') {
    const answer = await call('codes.trial', { accountId, appId, stage: item.stage, path: item.path })
    return answer.ok ? { ok: true, value: ofTrial(answer.value) } : answer
  }
  if (item.saved.code) return { ok: true, value: ofMini(item.saved.code) }
  const answer = await call('codes.make', { accountId, id: item.saved.id })
  if (!answer.ok) return answer
  return answer.value.code ? { ok: true, value: ofMini(answer.value.code) } : notMade
}

const ofTrial = ({ image, text, version, readAt, expiresAt }: TrialCode): WallCode => ({
  image,
  text,
  version,
  readAt,
  expiresAt
})

const ofMini = ({ image, text, madeAt }: MiniCode): WallCode => ({
  image,
  text,
  version: '',
  readAt: madeAt,
  expiresAt: null
})

const notMade: CallResult<never, AssignedError> = {
  ok: false,
  error: {
    code: 'not_found',
    message: t('codes.wall.notMade'),
    nextStep: t('codes.wall.notMadeNext'),
    retryable: true,
    actor: 'operator',
    wayOut: 'retry'
  }
}
