import type zh from '../zh/merchants'
import type { Translated } from '../translated'

export default {} satisfies Translated<typeof zh>
