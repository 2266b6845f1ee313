import type { TrialCode } from '@shared/domain/code'
import type { MiniCode, MiniCodeRequest, SavedCode } from '@shared/domain/mini-code'
import { usualLook } from '@/pages/merchant/codes/look'

/** A picture of one pixel, as a real PNG. */
export const png =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=='

export const trialCode = (change: Partial<TrialCode> = {}): TrialCode => ({
  stage: 'latest',
  version: '1.2.0',
  path: '',
  image: png,
  text: 'https://example.com',
  readAt: Date.now(),
  expiresAt: null,
  ...change
})

export const request = (change: Partial<MiniCodeRequest> = {}): MiniCodeRequest => ({
  ...usualLook,
  path: '',
  ...change
})

export const miniCode = (change: Partial<MiniCode> = {}): MiniCode => ({
  request: request(),
  image: png,
  text: 'https://example.com/m',
  madeAt: 1_000,
  ...change
})

export const savedCode = (change: Partial<SavedCode> = {}): SavedCode => ({
  accountId: 'practice',
  appId: 'tt01',
  id: 's1',
  label: '桌号 1',
  request: request(),
  code: miniCode(),
  changedAt: 1_000,
  ...change
})
