import { z } from 'zod'

/** What the journal keeps of an upload, as far as it is looked at later. */
export const uploadRequest = z.object({
  templateId: z.string(),
  version: z.string(),
  description: z.string(),
  extJson: z.string()
})
export type UploadRequest = z.output<typeof uploadRequest>
