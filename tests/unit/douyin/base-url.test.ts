import { expect, test } from 'vitest'
import { testClient } from './support/client'

test.each([
  'https://open.douyin.com',
  'https://proxy.example.com/douyin/',
  'http://127.0.0.1:8080',
  'http://[::1]:80',
  'http://localhost'
])('the base address %s is accepted', (url) => {
  expect(() => testClient(url).close()).not.toThrow()
})

test.each([
  'http://open.douyin.com',
  'http://127.0.0.1.example.com',
  'http://192.168.1.2',
  'ftp://open.douyin.com',
  'https://user:pass@open.douyin.com',
  'https://open.douyin.com/?a=1',
  'open.douyin.com',
  ''
])('the base address "%s" is refused before anything is sent', (url) => {
  expect(() => testClient(url)).toThrow(TypeError)
})
