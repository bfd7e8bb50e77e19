import { Global, Module } from '@nestjs/common';
import { Authenticator } from '../../kernel/authz/door.guard';
import type { Actor } from '../../kernel/authz/actor';

// To be replaced by the real sign-in.
@Global()
@Module({
  providers: [
    {
      provide: Authenticator,
      useValue: { actorOf: (token: string) => Promise.resolve(JSON.parse(Buffer.from(token, 'base64url').toString()) as Actor) },
    },
  ],
  exports: [Authenticator],
})
export class IdentityModule {
  static readonly entities = [];
}
