ALTER TYPE "audit_action" ADD VALUE 'alerts_released' AFTER 'address_opened';
