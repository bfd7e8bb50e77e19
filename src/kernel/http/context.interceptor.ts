import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Observable } from 'rxjs';
import { requestOf } from '../authz/door.guard';
import { runIn } from './context';

/** Makes the request's context known to everything the operation calls. */
@Injectable()
export class ContextInterceptor implements NestInterceptor {
  intercept(host: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { context } = requestOf(host);
    return new Observable((subscriber) => runIn(context, () => next.handle().subscribe(subscriber)));
  }
}
