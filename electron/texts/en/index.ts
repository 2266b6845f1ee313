import { ruleTexts } from '@shared/texts/en'
import type { Dictionary } from '@shared/texts/say'
import { cliTexts } from './cli'
import { hostTexts } from './desk'
import { douyinTexts } from './douyin'
import { douyinSetupTexts } from './douyin-setup'
import { endpointTexts } from './endpoints'
import { listTexts } from './lists'
import { serviceTexts } from './services'
import { safetyTexts } from './safety'
import { shellTexts } from './shell'
import { storeTexts } from './store'

/** The English of everything that the main process says. */
export const deskTexts: Dictionary = {
  ...ruleTexts,
  ...endpointTexts,
  ...douyinTexts,
  ...douyinSetupTexts,
  ...storeTexts,
  ...hostTexts,
  ...cliTexts,
  ...listTexts,
  ...serviceTexts,
  ...shellTexts,
  ...safetyTexts
}
