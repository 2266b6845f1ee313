import { speak } from '@shared/texts/say'
import { afterEach, beforeEach, expect } from 'vitest'
import type { DeskError } from '@shared/errors'
import { deskTexts } from '../../../../electron/texts/en'

const chinese = /[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]/

/** English is spoken in each test of the file, and Chinese again after it. */
export function inEnglish(): void {
  beforeEach(() => speak(deskTexts))
  afterEach(() => speak(null))
}

/** What the operator reads of an error; it must be English but for `names`, which are the merchants' own. */
export function wordsOf({ message, reason, nextStep, fields }: DeskError, names: readonly string[] = []): string {
  const words = [message, reason ?? '', nextStep, ...Object.values(fields ?? {})].join(' | ')
  expect(names.reduce((rest, name) => rest.replaceAll(name, ''), words)).not.toMatch(chinese)
  return words
}
