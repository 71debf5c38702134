<?php
/**
 * What the load balancer asks: does PHP answer here? It asks neither database nor cache, because a web server is not
 * replaced for what fails elsewhere; alarms look at those.
 */
header('Cache-Control: no-store');
header('Content-Type: text/plain');
echo "ok\n";
