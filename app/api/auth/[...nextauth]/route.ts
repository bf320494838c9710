import { handleAuth } from '#server/auth/http.ts'

export { handleAuth as GET, handleAuth as POST }
