// Decides what is personal and what is the same page. It runs at every request, in CloudFront Functions (cloudfront-js-2.0).
function handler(event) {
    var request = event.request;
    var cookies = request.cookies;
    var personal = [];
    var wanted = /^(wordpress_logged_in_|wordpress_sec_|wp-postpass_|comment_author_|woocommerce_items_in_cart|woocommerce_cart_hash|wp_woocommerce_session_)/;
    Object.keys(cookies).sort().forEach(function (name) {
        if (wanted.test(name)) {
            personal.push(name + '=' + cookies[name].value);
        }
    });
    // One header in the cache key stands for all of them. Nobody sends it from outside: it is set or removed here.
    delete request.headers['x-personal'];
    if (personal.length > 0) {
        request.headers['x-personal'] = { value: personal.join(';') };
    }
    var query = request.querystring;
    var kept = {};
    Object.keys(query).sort().forEach(function (name) {
        if (!/^(utm_|gclid$|fbclid$|msclkid$|mc_cid$|mc_eid$)/.test(name)) {
            kept[name] = query[name];
        }
    });
    request.querystring = kept;
    return request;
}
