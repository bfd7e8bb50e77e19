import { holds, policy } from '../../../kernel/authz/policy';
import { catalogPermissions } from '../catalog.permissions';
import type { ReviewBoard } from './review-board.entity';
import type { ReviewBoardAct } from './review-board.lifecycle';

export const reviewBoardPolicy = policy<ReviewBoard, ReviewBoardAct>({
  see: holds(catalogPermissions['board.read']),
  may: { name: holds(catalogPermissions['board.name']) },
});
