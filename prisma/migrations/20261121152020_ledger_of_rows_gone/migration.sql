-- All of it stands in alert_finding and alert_mail.
DROP TABLE "alert_sent";
DROP TABLE "alert_match";
