import type { Dictionary } from '../say'
import { extJsonTexts } from './ext-json'
import { nameTexts } from './names'
import { rolloutTexts } from './rollouts'
import { setupTexts } from './setup'
import { versionTexts } from './versions'

/** The English of everything that `shared/rules` says. */
export const ruleTexts: Dictionary = {
  ...nameTexts,
  ...versionTexts,
  ...rolloutTexts,
  ...setupTexts,
  ...extJsonTexts
}
