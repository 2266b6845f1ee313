import type zh from '../zh/codes'
import type { Translated } from '../translated'

export default {} satisfies Translated<typeof zh>
