import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { z } from 'zod'
import type { CapabilityCatalogue } from '../world/capability-catalogue'
import type { Catalogue } from '../world/catalogue'
import type { ReviewMaterial } from '../world/world'
import { capabilitiesFile } from './capabilities-file'
import { catalogueFile } from './catalogue-file'
import {
  generationFile,
  type GenerationWords,
  merchantsFile,
  reviewFile,
  type SampleMerchant,
  type SampleTemplates,
  templatesFile
} from './sample-schema'

/** What worlds are made of. */
export type SampleData = {
  readonly merchants: readonly SampleMerchant[]
  readonly templates: SampleTemplates
  readonly words: GenerationWords
  readonly review: ReviewMaterial
  readonly catalogue: Catalogue
  readonly capabilities: CapabilityCatalogue
}

/**
 * Reads the sample data of the practice environment. `resourcesDir` is the folder `resources`. Rejects when a file is
 * missing or does not fit its schema: the files ship with the application.
 */
export async function readSampleData(resourcesDir: string): Promise<SampleData> {
  const read = <Schema extends z.ZodType>(file: string, schema: Schema) =>
    readJson(join(resourcesDir, 'practice', file), schema)
  const [merchants, templates, words, review, catalogue, capabilities] = await Promise.all([
    read('merchants.json', merchantsFile),
    read('templates.json', templatesFile),
    read('generation.json', generationFile),
    read('review.json', reviewFile),
    read('categories.json', catalogueFile),
    read('capabilities.json', capabilitiesFile)
  ])
  return { merchants, templates, words, review, catalogue, capabilities }
}

async function readJson<Schema extends z.ZodType>(path: string, schema: Schema): Promise<z.infer<Schema>> {
  return schema.parse(JSON.parse(await readFile(path, 'utf8')))
}
