import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

/** @type {import('next').NextConfig} */
export default {
  // Tests and the demo build into folders of their own, so that they never overwrite a running `next dev`.
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  turbopack: { root: dirname(fileURLToPath(import.meta.url)) },
  // `npm test` checks all types at once; a second check of a part of them would only make each build slower.
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  reactStrictMode: true,
  experimental: { optimizePackageImports: ['@mantine/core', '@mantine/hooks', '@tabler/icons-react'] },
  serverExternalPackages: [
    'inngest',
    'pino',
    '@node-rs/argon2',
    'mongodb',
    'nodemailer',
    'pg',
    '@sentry/node',
    'sharp',
  ],
}
