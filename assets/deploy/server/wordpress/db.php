<?php
/**
 * Encrypts the way to the database and looks at the certificate. MYSQL_CLIENT_FLAGS alone encrypts and takes any certificate;
 * only mysqli_ssl_set with the authority's file makes it look.
 */
class Verified_Database extends wpdb
{
    public function db_connect($allow_bail = true)
    {
        mysqli_report(MYSQLI_REPORT_OFF);
        $parts = $this->parse_db_host($this->dbhost);
        [$host, $port, $socket] = $parts ? array_slice($parts, 0, 3) : [$this->dbhost, null, null];
        $this->is_mysql = true;
        $this->dbh = mysqli_init();
        mysqli_ssl_set($this->dbh, null, null, SITE_DATABASE_CA, null, null);
        mysqli_options($this->dbh, MYSQLI_OPT_CONNECT_TIMEOUT, 5);
        $connected = @mysqli_real_connect(
            $this->dbh, $host, $this->dbuser, $this->dbpassword, null, $port, $socket, MYSQLI_CLIENT_SSL
        );
        if (!$connected) {
            $this->dbh = null;
            if ($allow_bail) {
                wp_load_translations_early();
                $this->bail('<h1>Error establishing a database connection</h1>', 'db_connect_fail');
            }
            return false;
        }
        $this->has_connected = true;
        $this->set_charset($this->dbh);
        $this->ready = true;
        $this->set_sql_mode();
        $this->select($this->dbname, $this->dbh);
        return true;
    }
}

if (defined('SITE_DATABASE_CA')) {
    $GLOBALS['wpdb'] = new Verified_Database(DB_USER, DB_PASSWORD, DB_NAME, DB_HOST);
}
