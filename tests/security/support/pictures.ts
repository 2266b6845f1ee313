import { picture, stage } from '../../integration/desk/setup-desk'
import type { Hunt } from './hunt'

/**
 * Papers of a merchant, and its icon as long as it was not approved: pictures with a marked text in them, which must not be
 * in the data folder any more once they were sent or dropped.
 */
export async function stageMarked({ value, mark }: Hunt, text: string, bytes?: number): Promise<string> {
  mark(text)
  return stage({ value }, picture(text, bytes))
}

/** In every picture that is kept on purpose. */
export const keptText = 'KEPT-PICTURE-77'

/**
 * A picture that is kept on purpose: an icon that was approved is the merchant's in the list, and one of a rollout stays for a
 * day, as it may serve other merchants.
 */
export const stageKept = ({ value }: Hunt): Promise<string> => stage({ value }, picture(keptText))
