import { baselineModes } from '@shared/domain/domains'
import { z } from 'zod'
import { domainSet } from '../../store/setup-schemas'

/** What each kind of item needs to be done, as it is kept with the item. */
export const introductionRequest = z.object({ introduction: z.string() })
export const iconRequest = z.object({ fileId: z.string() })
/** The baseline as it was confirmed: later edits of it do not change a batch that runs. */
export const domainsRequest = z.object({
  baseline: z.object({ id: z.string(), name: z.string(), domains: domainSet }),
  mode: z.enum(baselineModes)
})
export const applicationRequest = z.object({
  key: z.string(),
  reason: z.string(),
  answers: z.array(z.object({ key: z.string(), texts: z.array(z.string()), files: z.array(z.string()) }))
})
