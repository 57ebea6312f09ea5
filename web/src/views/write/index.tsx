export function Write() { return null }
