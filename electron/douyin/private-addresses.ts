import { lookup as dnsLookup, type LookupAddress, type LookupOptions } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'

/** The code of the error that {@link publicLookup} gives for a name that leads into a private network. */
export const privateAddressCode = 'ERR_PRIVATE_ADDRESS'

const privateRanges = new BlockList()
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['224.0.0.0', 3]
] as const) {
  privateRanges.addSubnet(network, prefix, 'ipv4')
}
for (const [network, prefix] of [
  ['::', 127],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8]
] as const) {
  privateRanges.addSubnet(network, prefix, 'ipv6')
}

/** Whether a host is written as an address of this machine or of a private network. A name says nothing yet: false. */
export function isPrivateHost(hostname: string): boolean {
  const address = hostname.replace(/^\[(.*)\]$/, '$1')
  const family = isIP(address)
  return family !== 0 && privateRanges.check(address, family === 6 ? 'ipv6' : 'ipv4')
}

/** Looks names up as usual but refuses those that lead into a private network, at the moment of connecting. */
export const publicLookup: LookupFunction = (hostname, options, callback) => {
  const all: LookupOptions & { all: true } = { ...options, all: true }
  dnsLookup(hostname, all, (error, addresses) => {
    if (error) return callback(error, [])
    const [first] = addresses
    if (!first || addresses.some(({ address }) => isPrivateHost(address))) return callback(privateAddress(), [])
    answer(first, addresses)
  })

  function answer(first: LookupAddress, addresses: LookupAddress[]): void {
    if (options.all) callback(null, addresses)
    else callback(null, first.address, first.family)
  }
}

function privateAddress(): NodeJS.ErrnoException {
  return Object.assign(new Error('the name leads into a private network'), { code: privateAddressCode })
}
