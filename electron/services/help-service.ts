import type { CatalogueEntry } from '@shared/domain/help'
import { catalogue } from '../douyin/catalogue'

/** The platform's error codes as the operator can look them up, in the language that is spoken now. */
export const errorCatalogue = (): readonly CatalogueEntry[] => catalogue()
