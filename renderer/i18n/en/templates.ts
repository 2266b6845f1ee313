import type zh from '../zh/templates'
import type { Translated } from '../translated'

export default {} satisfies Translated<typeof zh>
