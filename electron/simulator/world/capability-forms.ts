import type { CapabilityEntry, FormField } from './capability-catalogue'
import { hasMaterial, materialTypes } from './materials'
import { Refusal } from './refusal'
import type { Merchant } from './state'
import type { World } from './world'

/** Types of the pictures that a form of the general list takes; its pages name none. */
const pictureTypes: readonly number[] = [materialTypes.landingPage, materialTypes.scene]

type Answers = Readonly<Record<string, readonly string[]>>

/**
 * Checks a filled-in form. Throws `Refusal` 11009 (a required field is missing, an unknown one is there, an empty or too
 * long text, too many pictures) and 40033 (a path that is no picture of this mini program).
 */
export function checkAnswers(world: World, merchant: Merchant, { fields }: CapabilityEntry, answers: Answers): void {
  const known = new Set(fields.map(({ key }) => key))
  if (Object.keys(answers).some((key) => !known.has(key))) throw new Refusal(11009)
  for (const field of fields) checkAnswer(world, merchant, field, answers[field.key] ?? [])
}

function checkAnswer(world: World, merchant: Merchant, field: FormField, given: readonly string[]): void {
  if (field.required && given.length === 0) throw new Refusal(11009)
  if (given.includes('')) throw new Refusal(11009)
  if (field.type === 'text') {
    if (given.some((text) => [...text].length > field.most)) throw new Refusal(11009)
    return
  }
  if (given.length > field.most) throw new Refusal(11009)
  for (const path of given) requirePicture(world, merchant, pictureTypes, path)
}

/** Throws `Refusal` 40033 for a path that is no material of one of these types of this mini program. */
export function requirePicture(world: World, merchant: Merchant, types: readonly number[], path: string): void {
  if (!types.some((type) => hasMaterial(world, merchant, type, path))) throw new Refusal(40033)
}
