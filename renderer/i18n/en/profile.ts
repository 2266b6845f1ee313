import type zh from '../zh/profile'
import type { Translated } from '../translated'

export default {} satisfies Translated<typeof zh>
